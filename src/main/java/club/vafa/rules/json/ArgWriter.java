package club.vafa.rules.json;

import club.vafa.kernel.Amount;
import club.vafa.rules.Lifetime.Expires;
import club.vafa.rules.Lifetime.Pending;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.amount.Step;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Described;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes conditions, amounts and effects with their arguments. */
final class ArgWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Vocabulary vocabulary;

  ArgWriter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param decimals of what an enclosing effect gives
   */
  ObjectNode described(String word, Described described, int decimals) {
    ObjectNode json = JSON.objectNode();
    json.put(word, described.code());
    Args args = described.args();
    UnitInfo unit = vocabulary.units().get(args.text("unit", ""));
    int given =
        word.equals("do")
            ? (unit == null ? vocabulary.moneyDecimals() : unit.decimals())
            : decimals;
    for (Arg arg : described.kind().args()) {
      Object value = args.value(arg.name());
      if (value != null) {
        json.set(arg.name(), write(arg, value, args, given));
      }
    }
    return json;
  }

  private JsonNode write(Arg arg, Object value, Args args, int given) {
    return switch (arg.shape()) {
      case MONEY -> plain(value, vocabulary.moneyDecimals());
      case GIVE -> plain(value, given);
      case QUANTITY -> plain(value, ArgReader.QUANTITY_DECIMALS);
      case PERCENT, FACTOR -> plain(value, ArgReader.FINE_DECIMALS);
      case COUNT -> JSON.numberNode((Long) value);
      case TIME_OF_DAY -> JSON.stringNode(timeOfDay((Long) value));
      case CONDITION -> described("is", (Described) value, given);
      case AMOUNT -> described("by", (Described) value, given);
      case EXPIRES -> expires((Expires) value);
      case PENDING -> pending((Pending) value);
      case TEXTS,
          FIELDS,
          TIERS,
          PLANS,
          ENTITLEMENTS,
          COUPONS,
          CHOICES,
          COUNTS,
          VALUES,
          CONDITIONS,
          STEPS ->
          list((List<?>) value, args, given);
      case TEXT, REWARD, CHOICE, DATE, MONTH_DAY, UNIT, ATTRIBUTE, VALUE, DECIMAL -> simple(value);
    };
  }

  private ArrayNode list(List<?> values, Args args, int given) {
    ArrayNode list = JSON.arrayNode();
    boolean pieces = args.text("of", "").equals("quantity");
    for (Object value : values) {
      list.add(
          switch (value) {
            case Described condition -> described("is", condition, given);
            case Step step -> step(step, pieces, given);
            case Long count -> JSON.numberNode(count);
            default -> simple(value);
          });
    }
    return list;
  }

  private ObjectNode step(Step step, boolean pieces, int given) {
    ObjectNode json = JSON.objectNode();
    int decimals = pieces ? ArgReader.QUANTITY_DECIMALS : vocabulary.moneyDecimals();
    json.set("from", plain(step.from(), decimals));
    if (step.percent() != null) {
      json.set("percent", plain(step.percent(), ArgReader.FINE_DECIMALS));
    }
    if (step.give() != null) {
      json.set("give", plain(step.give(), given));
    }
    return json;
  }

  private static JsonNode plain(Object minor, int decimals) {
    return JSON.stringNode(Amount.plain((Long) minor, decimals));
  }

  private static JsonNode simple(Object value) {
    return value instanceof Boolean yes
        ? JSON.booleanNode(yes)
        : JSON.stringNode(
            value instanceof java.math.BigDecimal number
                ? number.toPlainString()
                : value.toString());
  }

  static String timeOfDay(long minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  private static JsonNode expires(Expires expires) {
    return switch (expires) {
      case Expires.Never() -> JSON.stringNode("never");
      case Expires.After(int months, int days, var endOf) ->
          JSON.objectNode()
              .put("months", months)
              .put("days", days)
              .put("endOf", CampaignWriter.lower(endOf));
      case Expires.AtEndOf(var endOf, int later) ->
          JSON.objectNode().put("atEndOf", CampaignWriter.lower(endOf)).put("later", later);
    };
  }

  private static JsonNode pending(Pending pending) {
    return switch (pending) {
      case Pending.None() -> JSON.stringNode("none");
      case Pending.Days(int days) -> JSON.objectNode().put("days", days);
      case Pending.Event(String type) -> JSON.objectNode().put("event", type);
      case Pending.NextVisit() -> JSON.stringNode("next_visit");
    };
  }
}
