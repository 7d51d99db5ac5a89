package club.vafa.rules.json;

import club.vafa.rules.amount.Reckonings;
import club.vafa.rules.condition.Conditions;
import club.vafa.rules.effect.Effects;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Shape;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema of campaigns, made from the same descriptions that reading follows. */
public final class Schema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Schema() {}

  public static ObjectNode campaign() {
    ObjectNode schema = object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Campaign");
    ObjectNode fields = schema.putObject("properties");
    fields.set("code", ref("code"));
    ObjectNode name = object();
    ObjectNode names = name.putObject("properties");
    List.of("en", "fa", "ar").forEach(language -> names.set(language, text()));
    fields.set("name", name.put("minProperties", 1));
    fields.set("trigger", trigger());
    fields.set("lane", ref("code"));
    fields.set("exclusive", JSON.objectNode().put("type", "boolean"));
    fields.set("priority", JSON.objectNode().put("type", "integer"));
    fields.set("from", formatted("date-time"));
    fields.set("until", formatted("date-time"));
    fields.set("rules", list(rule()).put("minItems", 1).put("maxItems", CampaignReader.MOST_RULES));
    fields.set("caps", list(ref("cap")));
    fields.set("budget", budget());
    fields.set("marginShare", ref("decimal"));
    fields.set("control", choice(SafetyReader.CONTROL));
    fields.set("variants", list(variant()).put("maxItems", SafetyReader.MOST_VARIANTS));
    required(schema, "code", "name", "trigger", "rules");
    ObjectNode parts = schema.putObject("$defs");
    parts.set("code", text().put("pattern", "^[a-z0-9]([a-z0-9_-]{0,38}[a-z0-9])?$"));
    parts.set("decimal", decimal());
    parts.set("condition", oneOf("is", Conditions.KINDS));
    parts.set("amount", oneOf("by", Reckonings.KINDS));
    parts.set("effect", oneOf("do", Effects.KINDS));
    parts.set("cap", cap());
    parts.set("step", step());
    parts.set("expires", expires());
    parts.set("pending", pending());
    return schema;
  }

  private static ObjectNode rule() {
    ObjectNode rule = object();
    ObjectNode fields = rule.putObject("properties");
    fields.set("code", ref("code"));
    fields.set("when", list(ref("condition")));
    fields.set("then", list(ref("effect")).put("minItems", 1));
    fields.set("caps", list(ref("cap")));
    fields.set("variant", ref("code"));
    return required(rule, "code", "then");
  }

  private static ObjectNode variant() {
    ObjectNode variant = object();
    ObjectNode fields = variant.putObject("properties");
    fields.set("code", ref("code"));
    ObjectNode weight = JSON.objectNode().put("type", "integer").put("minimum", 1);
    fields.set("weight", weight.put("maximum", SafetyReader.MOST_WEIGHT));
    return required(variant, "code");
  }

  private static ObjectNode trigger() {
    ObjectNode trigger = object();
    ObjectNode fields = trigger.putObject("properties");
    fields.set("on", choice(CampaignReader.TRIGGERS));
    fields.set("type", text().put("description", "the event type, when the trigger is an event"));
    return required(trigger, "on");
  }

  private static ObjectNode cap() {
    ObjectNode cap = object();
    ObjectNode fields = cap.putObject("properties");
    fields.set("per", choice(CapReader.PERS));
    fields.set("period", choice(CapReader.PERIODS));
    fields.set("uses", JSON.objectNode().put("type", "integer").put("minimum", 0));
    fields.set("units", ref("decimal"));
    fields.set("money", ref("decimal"));
    return required(cap, "per");
  }

  private static ObjectNode budget() {
    ObjectNode budget = object();
    ObjectNode fields = budget.putObject("properties");
    fields.set("period", choice(CapReader.PERIODS));
    fields.set("units", ref("decimal"));
    fields.set("money", ref("decimal"));
    return budget;
  }

  private static ObjectNode step() {
    ObjectNode step = object();
    ObjectNode fields = step.putObject("properties");
    fields.set("from", ref("decimal"));
    fields.set("percent", ref("decimal"));
    fields.set("give", ref("decimal"));
    return required(step, "from");
  }

  private static ObjectNode expires() {
    ObjectNode after = object();
    ObjectNode fields = after.putObject("properties");
    fields.set("months", JSON.objectNode().put("type", "integer"));
    fields.set("days", JSON.objectNode().put("type", "integer"));
    fields.set("endOf", choice(LifetimeReader.ENDS));
    ObjectNode end = object();
    ObjectNode endFields = end.putObject("properties");
    endFields.set("atEndOf", choice(List.of("day", "month", "year")));
    endFields.set("later", JSON.objectNode().put("type", "integer"));
    return anyOf(choice(List.of("never")), required(end, "atEndOf"), after);
  }

  private static ObjectNode pending() {
    ObjectNode days = object();
    days.putObject("properties").set("days", JSON.objectNode().put("type", "integer"));
    ObjectNode event = object();
    event.putObject("properties").set("event", text());
    return anyOf(choice(LifetimeReader.WORDS), required(days, "days"), required(event, "event"));
  }

  private static <T> ObjectNode oneOf(String word, List<Kind<T>> kinds) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode all = schema.putArray("oneOf");
    for (Kind<T> kind : kinds) {
      ObjectNode one = object();
      ObjectNode fields = one.putObject("properties");
      fields.set(word, JSON.objectNode().put("const", kind.code()));
      ArrayNode required = JSON.arrayNode().add(word);
      for (Arg arg : kind.args()) {
        fields.set(arg.name(), value(arg));
        if (arg.required()) {
          required.add(arg.name());
        }
      }
      one.set("required", required);
      all.add(one);
    }
    return schema;
  }

  private static ObjectNode value(Arg arg) {
    return switch (arg.shape()) {
      case TEXT, REWARD, UNIT, ATTRIBUTE -> text();
      case TEXTS, FIELDS, TIERS, PLANS, ENTITLEMENTS, COUPONS -> texts();
      case CHOICE -> choice(arg.choices());
      case CHOICES -> list(choice(arg.choices())).put("minItems", 1);
      case MONEY, GIVE, QUANTITY, PERCENT, FACTOR, DECIMAL -> ref("decimal");
      case COUNT -> count(arg);
      case COUNTS -> list(count(arg)).put("minItems", 1);
      case DATE -> formatted("date");
      case MONTH_DAY -> text().put("pattern", "^\\d{2}-\\d{2}$");
      case TIME_OF_DAY -> text().put("pattern", "^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$");
      case VALUE -> JSON.objectNode();
      case VALUES -> list(JSON.objectNode()).put("minItems", 1);
      case CONDITION -> ref("condition");
      case CONDITIONS -> list(ref("condition")).put("minItems", 1);
      case AMOUNT -> ref("amount");
      case STEPS -> list(ref("step")).put("minItems", 1);
      case EXPIRES -> ref("expires");
      case PENDING -> ref("pending");
    };
  }

  private static ObjectNode texts() {
    return list(text()).put("minItems", 1).put("uniqueItems", true);
  }

  private static ObjectNode count(Arg arg) {
    return JSON.objectNode()
        .put("type", "integer")
        .put("minimum", arg.min())
        .put("maximum", arg.shape() == Shape.COUNTS ? Math.min(arg.max(), 1_000) : arg.max());
  }

  private static ObjectNode object() {
    return JSON.objectNode().put("type", "object").put("additionalProperties", false);
  }

  private static ObjectNode text() {
    return JSON.objectNode().put("type", "string");
  }

  private static ObjectNode formatted(String format) {
    return text().put("format", format);
  }

  /** Best as a string; an exact number is accepted too. */
  private static ObjectNode decimal() {
    ObjectNode number = JSON.objectNode().put("type", "number");
    return anyOf(text().put("pattern", "^-?\\d+(\\.\\d+)?$"), number);
  }

  private static ObjectNode choice(List<String> choices) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode all = schema.putArray("enum");
    choices.forEach(all::add);
    return schema;
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode schema = JSON.objectNode().put("type", "array");
    schema.set("items", items);
    return schema;
  }

  private static ObjectNode anyOf(ObjectNode... schemas) {
    ObjectNode schema = JSON.objectNode();
    schema.putArray("anyOf").addAll(List.of(schemas));
    return schema;
  }

  private static ObjectNode ref(String part) {
    return JSON.objectNode().put("$ref", "#/$defs/" + part);
  }

  private static ObjectNode required(ObjectNode schema, String... fields) {
    ArrayNode required = schema.putArray("required");
    for (String field : fields) {
      required.add(field);
    }
    return schema;
  }
}
