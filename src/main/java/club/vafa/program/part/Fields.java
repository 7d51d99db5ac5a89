package club.vafa.program.part;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.file.Faults;
import club.vafa.rules.RulesCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One mapping of a file whose keys are known beforehand; a key without a value is left out. */
record Fields(JsonNode node, String pointer, Faults faults) {
  private static final int MOST_ITEMS = 1_000;
  private static final int MOST_DIGITS = 18;

  /** What an entry was read as; null when a room refuses it, which is noted. */
  <T> @Nullable T noting(Outcome<T> read) {
    return switch (read) {
      case Done<T>(T value) -> value;
      case Refused<T>(List<Refusal> refusals) -> {
        note(refusals);
        yield null;
      }
    };
  }

  /** Notes what a room has against this entry. */
  void note(List<Refusal> refusals) {
    refusals.forEach(refusal -> faults.add(refusal.under(pointer)));
  }

  /** The mapping at this place with these keys and no others; null with its fault noted. */
  static @Nullable Fields of(JsonNode node, String pointer, Faults faults, String... known) {
    Fields fields = open(node, pointer, faults);
    List<String> names = List.of(known);
    if (fields != null) {
      for (String name : node.propertyNames()) {
        if (!names.contains(name)) {
          faults.add(
              fields.at(name),
              RulesCode.UNKNOWN_FIELD,
              Map.of("name", Input.shortened(name), "allowed", String.join(", ", names)));
        }
      }
    }
    return fields;
  }

  /** A mapping with whatever keys. */
  static @Nullable Fields open(JsonNode node, String pointer, Faults faults) {
    if (!node.isObject()) {
      faults.add(pointer, RulesCode.WRONG_TYPE, Map.of("expected", "object"));
      return null;
    }
    return new Fields(node, pointer, faults);
  }

  /** The entries of a section; a code may stand in it once. */
  static List<Fields> entries(JsonNode section, String pointer, Faults faults, String... known) {
    if (!section.isArray()) {
      faults.add(pointer, RulesCode.WRONG_TYPE, Map.of("expected", "list"));
      return List.of();
    }
    if (section.size() > MOST_ITEMS) {
      faults.add(pointer, InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ITEMS));
      return List.of();
    }
    List<Fields> entries = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int at = 0; at < section.size(); at++) {
      String place = pointer + "/" + at;
      Fields entry =
          known.length == 0
              ? open(section.get(at), place, faults)
              : of(section.get(at), place, faults, known);
      if (entry != null) {
        String code = entry.node.path("code").asString("");
        if (!code.isEmpty() && !codes.add(code)) {
          faults.add(entry.at("code"), RulesCode.DUPLICATE);
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  @Nullable JsonNode optional(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable String text(String name) {
    JsonNode value = optional(name);
    if (value != null && !value.isString()) {
      wrong(name, "text");
    }
    return value != null && value.isString() ? value.stringValue() : null;
  }

  @Nullable Boolean truth(String name) {
    JsonNode value = optional(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "truth");
    }
    return (value != null && value.isBoolean()) ? value.booleanValue() : null;
  }

  /** A number, plain or in quotes. */
  @Nullable BigDecimal decimal(String name) {
    JsonNode value = optional(name);
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      return value.decimalValue();
    }
    String text = club.vafa.kernel.Digits.western(value.asString(""));
    if (value.isString() && text.matches("-?\\d{1,40}(\\.\\d{1,40})?")) {
      return new BigDecimal(text);
    }
    faults.add(at(name), InputCode.NOT_A_NUMBER);
    return null;
  }

  /** A whole number within the bounds of its kind. */
  @Nullable Integer whole(String name) {
    BigDecimal value = decimal(name);
    if (value == null) {
      return null;
    }
    boolean whole = value.precision() <= MOST_DIGITS && value.stripTrailingZeros().scale() <= 0;
    if (!whole || value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      wrong(name, "whole");
      return null;
    }
    return value.intValueExact();
  }

  /** Texts by language, or by whatever key. */
  @Nullable Map<String, @Nullable String> texts(String name) {
    JsonNode value = optional(name);
    Fields texts = value == null ? null : open(value, at(name), faults);
    if (texts == null) {
      return null;
    }
    Map<String, @Nullable String> read = new TreeMap<>();
    texts.node.propertyNames().forEach(key -> read.put(key, texts.text(key)));
    return read;
  }

  /** One of these texts; null when missing or faulty. */
  @Nullable String choice(String name, List<String> choices) {
    String text = text(name);
    if (text != null && !choices.contains(text)) {
      faults.add(
          at(name),
          InputCode.UNKNOWN_VALUE,
          Map.of(
              "value",
              Input.shortened(text),
              "allowed",
              choices.isEmpty() ? "–" : String.join(", ", choices)));
      return null;
    }
    return text;
  }

  void required(String name) {
    if (optional(name) == null) {
      faults.add(at(name), InputCode.REQUIRED);
    }
  }

  private void wrong(String name, String expected) {
    faults.add(at(name), RulesCode.WRONG_TYPE, Map.of("expected", expected));
  }
}
