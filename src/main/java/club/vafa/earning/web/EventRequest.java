package club.vafa.earning.web;

import club.vafa.activity.EventType;
import club.vafa.activity.EventType.Attribute;
import club.vafa.activity.NaturalKey;
import club.vafa.earning.EarningCode;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewEvent;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.rules.Facts.TriggerKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A custom event as the API takes it; its attributes follow the schema of its type. */
public record EventRequest(
    @Nullable String type,
    @Nullable MemberRequest member,
    @Nullable Instant occurredAt,
    @Nullable String source,
    @Nullable String externalId,
    @Nullable Map<String, JsonNode> attributes) {
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_DIGITS = 18;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Outcome<NewEvent> read(List<EventType> types, Instant now, @Nullable String idempotencyKey) {
    Input input = new Input();
    String code = input.text("/type", type, LONGEST_CODE);
    NaturalKey key =
        new NaturalKey(
            input.text("/source", source, LONGEST_CODE),
            input.text("/externalId", externalId, LONGEST_CODE));
    MemberRequest named = input.required("/member", member);
    MemberRef ref =
        named == null ? new MemberRef(MemberRef.Kind.ID, "") : named.read(input, "/member");
    Instant at = occurredAt == null ? now : Times.past(input, "/occurredAt", occurredAt, now);
    Map<String, Object> values =
        types.stream()
            .filter(known -> known.code().equals(code))
            .findFirst()
            .map(known -> values(input, known))
            .orElseGet(() -> {
              input.refuse(
                  "/type", EarningCode.EVENT_TYPE_UNKNOWN, Map.of("value", Input.shortened(code)));
              return Map.of();
            });
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    Map<String, Object> sorted = new TreeMap<>();
    values.forEach((name, value) -> sorted.put(name, plain(value)));
    String json = JSON.writeValueAsString(sorted);
    UUID hash = Fingerprint.of(code, key, ref, occurredAt, json);
    return Outcome.done(
        new NewEvent(key, ref, TriggerKind.EVENT, code, at, values, json, hash, idempotencyKey));
  }

  private static Object plain(Object value) {
    return value instanceof LocalDate date ? date.toString() : value;
  }

  private Map<String, Object> values(Input input, EventType type) {
    Map<String, Object> values = new TreeMap<>();
    Map<String, JsonNode> sent = attributes == null ? Map.of() : attributes;
    sent.forEach((name, node) -> {
      Attribute attribute = type.attributes().get(name);
      if (attribute == null) {
        input.refuse(
            "/attributes/" + pointer(name),
            EarningCode.EVENT_ATTRIBUTE_UNKNOWN,
            Map.of("value", Input.shortened(name), "type", type.code()));
      } else if (!node.isNull()) {
        Object value = value(input, "/attributes/" + pointer(name), attribute, node);
        if (value != null) {
          values.put(name, value);
        }
      }
    });
    type.attributes()
        .forEach((name, attribute) -> {
          JsonNode node = sent.get(name);
          if (attribute.required() && (node == null || node.isNull())) {
            input.refuse("/attributes/" + name, InputCode.REQUIRED);
          }
        });
    return values;
  }

  private static @Nullable Object value(
      Input input, String pointer, Attribute attribute, JsonNode node) {
    Object value =
        switch (attribute.type()) {
          case TEXT ->
              node.isString() ? input.optionalText(pointer, node.asString(), LONGEST_TEXT) : null;
          case NUMBER -> number(node);
          case BOOLEAN -> node.isBoolean() ? node.asBoolean() : null;
          case DATE -> date(node);
        };
    if (value == null && !input.faulty()) {
      input.refuse(
          pointer,
          EarningCode.EVENT_ATTRIBUTE_TYPE,
          Map.of("expected", attribute.type().name().toLowerCase(Locale.ROOT)));
    }
    return value;
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    if (!node.isNumber()) {
      return null;
    }
    BigDecimal value = node.decimalValue();
    boolean reasonable =
        Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    return reasonable ? value : null;
  }

  private static @Nullable LocalDate date(JsonNode node) {
    if (!node.isString() || node.asString().length() != 10) {
      return null;
    }
    try {
      return LocalDate.parse(node.asString());
    } catch (DateTimeParseException malformed) {
      return null;
    }
  }

  private static String pointer(String name) {
    return Input.shortened(name).replace("~", "~0").replace("/", "~1");
  }
}
