package club.vafa.rules.json;

import club.vafa.kernel.InputCode;
import club.vafa.rules.RulesCode;
import club.vafa.rules.amount.Reckoning;
import club.vafa.rules.amount.Reckonings;
import club.vafa.rules.amount.Step;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.Conditions;
import club.vafa.rules.condition.OfMatched;
import club.vafa.rules.effect.Effect;
import club.vafa.rules.effect.Effects;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads conditions, amounts and effects by their kind; null when anything about one is faulty. */
final class KindReader {
  private static final int MOST_DEPTH = 4;
  private static final long MOST_PERCENT = 100_000_000L;

  private final Faults faults;
  private final ArgReader arguments;

  KindReader(Faults faults) {
    this.faults = faults;
    this.arguments = new ArgReader(faults, this);
  }

  @Nullable Condition condition(JsonNode node, String pointer, Scope scope) {
    if (scope.depth() > MOST_DEPTH) {
      faults.add(pointer, RulesCode.NESTED_TOO_DEEP, Map.of("limit", MOST_DEPTH));
      return null;
    }
    Condition read = read("is", Conditions.KINDS, node, pointer, scope);
    if (scope.depth() > 0 && read instanceof OfMatched over && over.matched()) {
      faults.add(pointer + "/of", RulesCode.NOT_IN_A_GROUP);
      return null;
    }
    return read;
  }

  @Nullable Reckoning amount(JsonNode node, String pointer, Scope scope) {
    return read("by", Reckonings.KINDS, node, pointer, scope);
  }

  @Nullable Effect effect(JsonNode node, String pointer, Scope scope) {
    return read("do", Effects.KINDS, node, pointer, scope);
  }

  private <T> @Nullable T read(
      String word, List<Kind<T>> kinds, JsonNode node, String pointer, Scope scope) {
    Fields fields = Fields.of(node, pointer, faults);
    String code =
        fields == null ? null : fields.choice(word, true, kinds.stream().map(Kind::code).toList());
    if (fields == null || code == null) {
      return null;
    }
    Kind<T> kind = kinds.stream().filter(known -> known.code().equals(code)).findFirst().get();
    if (!scope.meets(kind.needs())) {
      faults.add(
          fields.at(word),
          RulesCode.NOT_WITH_TRIGGER,
          Map.of("name", code, "trigger", scope.on().name().toLowerCase(Locale.ROOT)));
      return null;
    }
    return read(word, kind, fields, scope);
  }

  private <T> @Nullable T read(String word, Kind<T> kind, Fields fields, Scope scope) {
    int before = faults.count();
    List<String> names = new ArrayList<>(List.of(word));
    kind.args().forEach(arg -> names.add(arg.name()));
    fields.knowing(names);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Arg arg : kind.args()) {
      JsonNode value = arg.required() ? fields.required(arg.name()) : fields.optional(arg.name());
      Object read =
          value == null
              ? null
              : arguments.read(arg, value, fields.at(arg.name()), new Args(values), scope);
      if (read != null) {
        values.put(arg.name(), read);
      }
    }
    if (faults.count() > before) {
      return null;
    }
    Args args = new Args(values);
    kind.check()
        .check(
            args,
            (name, code, said) ->
                faults.add(
                    name.isEmpty() ? fields.pointer() : fields.pointer() + "/" + name, code, said));
    return faults.count() > before ? null : kind.make().apply(args);
  }

  /** A step of a ladder whose other arguments were read before. */
  @Nullable Step step(JsonNode node, String pointer, Args ladder, Scope scope) {
    Fields fields = Fields.of(node, pointer, faults);
    if (fields == null) {
      return null;
    }
    fields.knowing(List.of("from", "percent", "give"));
    int before = faults.count();
    boolean pieces = ladder.text("of", "").equals("quantity");
    int decimals = pieces ? ArgReader.QUANTITY_DECIMALS : scope.vocabulary().moneyDecimals();
    JsonNode first = fields.required("from");
    Long from =
        first == null
            ? null
            : Values.minor(first, fields.at("from"), decimals, 0, Whole.MOST, faults);
    Long percent = number(fields, "percent", ArgReader.FINE_DECIMALS, MOST_PERCENT);
    Long give = number(fields, "give", scope.decimals(), Whole.MOST);
    if (faults.count() == before && (percent == null) == (give == null)) {
      faults.add(pointer, InputCode.EXACTLY_ONE, Map.of("allowed", "percent, give"));
    }
    return faults.count() > before || from == null ? null : new Step(from, percent, give);
  }

  private @Nullable Long number(Fields fields, String name, int decimals, long most) {
    JsonNode value = fields.optional(name);
    return value == null ? null : Values.minor(value, fields.at(name), decimals, 0, most, faults);
  }
}
