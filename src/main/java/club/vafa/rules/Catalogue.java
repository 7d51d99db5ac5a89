package club.vafa.rules;

import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.amount.Reckonings;
import club.vafa.rules.condition.Conditions;
import club.vafa.rules.effect.Effects;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Shape;
import club.vafa.rules.json.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything a rule can be made of, for forms, for the reference page and as a JSON schema. Codes
 * and arguments are part of the public API: they are added to, never changed.
 */
public final class Catalogue {

  /** What an entry is, with the word its code stands under in JSON. */
  public enum Group {
    CONDITION("is"),
    AMOUNT("by"),
    EFFECT("do");

    private final String word;

    Group(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * One kind of condition, amount or effect.
   *
   * @param needs nothing, sale, purchase or event: the triggers it can be used with
   */
  public record Entry(Group group, String code, String needs, List<Argument> arguments) {
    /** Its short name on a form. */
    public String title(Sentences sentences, Language language) {
      return sentences.text(language, "rules.title." + lower(group) + "." + code, Map.of());
    }
  }

  /**
   * One argument.
   *
   * @param kind text, money, percent … : what a form asks for
   * @param min least value, or entries of a list; empty when there are no bounds to know
   * @param choices what it can be; empty when it is free
   */
  public record Argument(
      String name,
      String kind,
      String title,
      boolean required,
      String min,
      String max,
      List<String> choices) {}

  public List<Entry> conditions() {
    return Conditions.KINDS.stream().map(kind -> entry(Group.CONDITION, kind)).toList();
  }

  public List<Entry> amounts() {
    return Reckonings.KINDS.stream().map(kind -> entry(Group.AMOUNT, kind)).toList();
  }

  public List<Entry> effects() {
    return Effects.KINDS.stream().map(kind -> entry(Group.EFFECT, kind)).toList();
  }

  /** All entries of a group. */
  public List<Entry> all(Group group) {
    return switch (group) {
      case CONDITION -> conditions();
      case AMOUNT -> amounts();
      case EFFECT -> effects();
    };
  }

  /** A JSON schema (2020-12) of campaign definitions. */
  public ObjectNode schema() {
    return Schema.campaign();
  }

  private static Entry entry(Group group, Kind<?> kind) {
    return new Entry(
        group,
        kind.code(),
        lower(kind.needs()),
        kind.args().stream().map(Catalogue::argument).toList());
  }

  private static Argument argument(Arg arg) {
    boolean bounds =
        switch (arg.shape()) {
          case COUNT, COUNTS, PERCENT, FACTOR -> true;
          default -> false;
        };
    int decimals = arg.shape() == Shape.PERCENT || arg.shape() == Shape.FACTOR ? 4 : 0;
    boolean named = arg.shape() == Shape.UNIT || arg.shape() == Shape.ATTRIBUTE;
    return new Argument(
        arg.name(),
        lower(arg.shape()),
        arg.shape().title(),
        arg.required(),
        bounds ? Amount.plain(arg.min(), decimals) : "",
        bounds ? Amount.plain(arg.max(), decimals) : "",
        named ? List.of() : arg.choices());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
