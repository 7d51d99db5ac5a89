package club.vafa.templates.guide;

import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts names in the place of codes, so that the sentences of the rules say “the tier is Gold” in
 * the reader's words. What comes out is only for saying, never for deciding.
 */
final class Named {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> OWN_AFFAIR =
      List.of("budget", "marginShare", "control", "variants");

  private final Paragraphs names;

  Named(Paragraphs names) {
    this.names = names;
  }

  /**
   * The campaign with names, and without what is the club's own affair: its budget, its margin,
   * what is tried on whom. Its own code and those of its rules stay.
   */
  ObjectNode campaign(ObjectNode campaign) {
    ObjectNode named = (ObjectNode) named(campaign);
    named.remove(OWN_AFFAIR);
    named.path("rules").forEach(rule -> ((ObjectNode) rule).remove("variant"));
    return named;
  }

  /** Words that know the names. */
  Vocabulary words(Vocabulary words) {
    Map<String, EventSchema> events = new HashMap<>();
    words.events().forEach((code, schema) -> events.put(names.event(code), named(schema)));
    return new Vocabulary(
        words.units(),
        words.currency(),
        words.toman(),
        words.calendar(),
        words.zone(),
        events,
        Vocabulary.Names.ANY,
        words.called());
  }

  private EventSchema named(EventSchema schema) {
    Map<String, AttributeKind> attributes = new HashMap<>();
    schema.attributes().forEach((code, kind) -> attributes.put(names.attribute(code), kind));
    return new EventSchema(attributes);
  }

  private JsonNode named(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode named = JSON.arrayNode();
      list.forEach(item -> named.add(named(item)));
      return named;
    }
    if (!(node instanceof ObjectNode mapping)) {
      return node;
    }
    ObjectNode named = JSON.objectNode();
    mapping.properties().forEach(field -> named.set(field.getKey(), named(field.getValue())));
    switch (mapping.path("is").asString("")) {
      case "tier" -> all(named, names::tier);
      case "plan" -> all(named, names::plan);
      case "entitled" -> all(named, names::entitlement);
      case "attribute" -> one(named, "name", names::attribute);
      default -> {
        if (mapping.path("by").asString("").equals("attribute")) {
          one(named, "name", names::attribute);
        } else if (mapping.path("do").asString("").equals("voucher")) {
          one(named, "reward", names::reward);
        } else if (mapping.path("on").asString("").equals("event")) {
          one(named, "type", names::event);
        }
      }
    }
    return named;
  }

  private static void all(ObjectNode condition, UnaryOperator<String> name) {
    ArrayNode called = JSON.arrayNode();
    condition.path("any").forEach(code -> called.add(name.apply(code.asString(""))));
    condition.set("any", called);
  }

  private static void one(ObjectNode mapping, String field, UnaryOperator<String> name) {
    mapping.put(field, name.apply(mapping.path(field).asString("")));
  }
}
