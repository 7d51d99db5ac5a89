package club.vafa.program.part;

import club.vafa.api.Json;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.file.Faults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries of a file as the forms that the API takes too. Jackson stops at the first fault; here
 * what is faulty is taken out and the rest looked at again, so that all of them are told.
 */
@Component
class Forms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> NUMBERS = Set.of("whole");
  private static final int MOST_DIGITS = 18;

  private final Json json;

  Forms(Json json) {
    this.json = json;
  }

  /** The form of an entry; null when it is faulty, which is noted. */
  <T> @Nullable T read(Fields entry, Class<T> type) {
    Faults faults = entry.faults();
    int before = faults.count();
    ObjectNode rest = plain(entry.node()).asObject();
    while (!faults.full()) {
      switch (json.read(rest, type)) {
        case Done<T>(T form) -> {
          return faults.count() > before ? null : form;
        }
        case Refused<T>(var refusals) -> {
          Refusal fault = refusals.getFirst();
          if (!isNumberInQuotes(rest, fault)) {
            faults.add(fault.under(entry.pointer()));
            if (!without(rest, fault.pointer())) {
              return null;
            }
          }
        }
      }
    }
    return null;
  }

  /**
   * The forms of what a change wants put into force, in the order of their codes. They were read
   * before, so there is nothing wrong with them.
   */
  <T> List<T> wanted(Change change, Class<T> type) {
    return change.wanted().stream()
        .map(code -> {
          ObjectNode item = Objects.requireNonNull(change.after().get(code));
          Fields entry = new Fields(item, "", new Faults());
          return Objects.requireNonNull(read(entry, type), () -> entry.faults().refusals() + "");
        })
        .toList();
  }

  /** The entry of a form, without what it leaves out. */
  ObjectNode write(Object form) {
    return filled(json.tree(form)).asObject();
  }

  private static JsonNode filled(JsonNode node) {
    if (node instanceof ObjectNode mapping) {
      ObjectNode filled = JSON.objectNode();
      mapping
          .properties()
          .forEach(field -> {
            JsonNode value = filled(field.getValue());
            if (!value.isNull() && !(value.isContainer() && value.isEmpty())) {
              filled.set(field.getKey(), value);
            }
          });
      return filled;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode filled = JSON.arrayNode();
      list.forEach(item -> filled.add(filled(item)));
      return filled;
    }
    return node;
  }

  /** Numbers as JSON would have them: whole ones whole. */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode mapping) {
      ObjectNode plain = JSON.objectNode();
      mapping.properties().forEach(field -> plain.set(field.getKey(), plain(field.getValue())));
      return plain;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode plain = JSON.arrayNode();
      list.forEach(item -> plain.add(plain(item)));
      return plain;
    }
    return node.isNumber() ? number(node.decimalValue()) : node;
  }

  private static JsonNode number(BigDecimal value) {
    boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    return whole && value.precision() - value.scale() <= MOST_DIGITS
        ? JSON.numberNode(value.longValueExact())
        : JSON.numberNode(value);
  }

  /** In a file numbers may stand in quotes, also where JSON wants them plain. */
  private static boolean isNumberInQuotes(ObjectNode rest, Refusal fault) {
    JsonPointer pointer = JsonPointer.compile(fault.pointer());
    String text = Digits.western(rest.at(pointer).asString(""));
    if (!NUMBERS.contains(String.valueOf(fault.args().get("expected")))
        || !rest.at(pointer).isString()
        || !text.matches("-?\\d{1," + MOST_DIGITS + "}")) {
      return false;
    }
    return put(rest, pointer, JSON.numberNode(Long.parseLong(text)));
  }

  /** Whether there was something to leave out. */
  private static boolean without(ObjectNode rest, String pointer) {
    return !pointer.isEmpty() && put(rest, JsonPointer.compile(pointer), null);
  }

  private static boolean put(ObjectNode rest, JsonPointer pointer, @Nullable JsonNode value) {
    JsonNode parent = rest.at(pointer.head());
    JsonPointer last = pointer.last();
    if (parent instanceof ObjectNode mapping && mapping.has(last.getMatchingProperty())) {
      if (value == null) {
        mapping.remove(last.getMatchingProperty());
      } else {
        mapping.set(last.getMatchingProperty(), value);
      }
      return true;
    }
    if (parent instanceof ArrayNode list && list.has(last.getMatchingIndex())) {
      list.set(last.getMatchingIndex(), value == null ? JSON.nullNode() : value);
      return true;
    }
    return false;
  }
}
