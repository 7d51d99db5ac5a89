package club.vafa.rules.json;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.rules.RulesCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One JSON object whose fields are known beforehand; a field of null counts as left out. */
record Fields(JsonNode node, String pointer, Faults faults) {

  /** The object at this place, or null with its fault noted. */
  static @Nullable Fields of(@Nullable JsonNode node, String pointer, Faults faults) {
    if (node == null || !node.isObject()) {
      faults.add(pointer, RulesCode.WRONG_TYPE, Map.of("expected", "object"));
      return null;
    }
    return new Fields(node, pointer, faults);
  }

  /** Refuses every field that is not one of these. */
  Fields knowing(List<String> names) {
    for (String name : node.propertyNames()) {
      if (faults.full()) {
        break;
      }
      if (!names.contains(name)) {
        faults.add(
            at(Input.shortened(name)),
            RulesCode.UNKNOWN_FIELD,
            Map.of("name", Input.shortened(name), "allowed", String.join(", ", names)));
      }
    }
    return this;
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  @Nullable JsonNode optional(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable JsonNode required(String name) {
    JsonNode value = optional(name);
    if (value == null) {
      faults.add(at(name), InputCode.REQUIRED);
    }
    return value;
  }

  /** The elements of a list; none when it is missing, which is a fault if it was required. */
  List<JsonNode> list(String name, boolean required, int most) {
    JsonNode value = required ? required(name) : optional(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      faults.add(at(name), RulesCode.WRONG_TYPE, Map.of("expected", "list"));
      return List.of();
    }
    if (value.size() > most) {
      faults.add(at(name), InputCode.TOO_MANY_ITEMS, Map.of("limit", most));
      return List.of();
    }
    if (required && value.isEmpty()) {
      faults.add(at(name), InputCode.REQUIRED);
    }
    return List.copyOf(value.values());
  }

  /** One of these texts; null when missing or faulty. */
  @Nullable String choice(String name, boolean required, List<String> choices) {
    JsonNode value = required ? required(name) : optional(name);
    return value == null ? null : choice(value, at(name), choices, faults);
  }

  static @Nullable String choice(
      JsonNode value, String pointer, List<String> choices, Faults faults) {
    if (!value.isString()) {
      faults.add(pointer, RulesCode.WRONG_TYPE, Map.of("expected", "text"));
      return null;
    }
    if (!choices.contains(value.stringValue())) {
      faults.add(
          pointer,
          InputCode.UNKNOWN_VALUE,
          Map.of(
              "value",
              Input.shortened(value.stringValue()),
              "allowed",
              choices.isEmpty() ? "–" : String.join(", ", first(choices))));
      return null;
    }
    return value.stringValue();
  }

  private static List<String> first(List<String> choices) {
    return choices.size() > 40 ? choices.subList(0, 40) : choices;
  }
}
