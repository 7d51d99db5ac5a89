package club.vafa.api.json;

import club.vafa.api.ApiCode;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads documents with the strict mapper and tells faults as refusals. */
public final class StrictReader {
  private final JsonMapper mapper = StrictMapper.create();

  /** By the types that are read; these are few, and making one takes its time. */
  private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

  public JsonMapper mapper() {
    return mapper;
  }

  public <T> Outcome<T> read(byte[] body, Type type) {
    if (isBlank(body)) {
      return Outcome.refused(Refusal.of(ApiCode.BODY_MISSING));
    }
    Optional<Refusal> bad = TextCheck.refusal(body, mapper);
    return bad.isPresent() ? Outcome.refused(bad.get()) : bind(body, reader(type));
  }

  private <T> Outcome<T> bind(byte[] body, ObjectReader reader) {
    try (JsonParser parser = mapper.createParser(body)) {
      try {
        T value = reader.readValue(parser);
        if (value == null) {
          return Outcome.refused(Refusal.of(ApiCode.BODY_MISSING));
        }
        return parser.nextToken() == null ? Outcome.done(value) : Outcome.refused(trailing(parser));
      } catch (JacksonException fault) {
        return Outcome.refused(Faults.refusal(fault, parser));
      }
    }
  }

  /** What follows a value is looked at here, because in a batch the next item does. */
  private ObjectReader reader(Type type) {
    return readers.computeIfAbsent(
        type,
        _ ->
            mapper
                .readerFor(mapper.constructType(type))
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
  }

  private static Refusal trailing(JsonParser parser) {
    return Refusal.at(
        "",
        ApiCode.MALFORMED_JSON,
        Map.of(
            "line",
            parser.currentTokenLocation().getLineNr(),
            "column",
            parser.currentTokenLocation().getColumnNr()));
  }

  public <T> Outcome<List<Outcome<T>>> readEach(
      byte[] body, String field, Class<T> type, int most) {
    Optional<List<Outcome<T>>> faultless = straight(body, field, type, most);
    if (faultless.isPresent()) {
      return Outcome.done(faultless.get());
    }
    return this.<JsonNode>read(body, JsonNode.class)
        .then(document -> items(document, field))
        .then(items -> each(items, field, type, most));
  }

  /** The fast way for the usual case: nothing wrong anywhere. Anything else is read again. */
  private <T> Optional<List<Outcome<T>>> straight(
      byte[] body, String field, Class<T> type, int most) {
    if (TextCheck.refusal(body, mapper).isPresent()) {
      return Optional.empty();
    }
    List<Outcome<T>> read = new ArrayList<>();
    ObjectReader reader = reader(type);
    try (JsonParser parser = mapper.createParser(body)) {
      boolean starts =
          parser.nextToken() == JsonToken.START_OBJECT
              && field.equals(parser.nextName())
              && parser.nextToken() == JsonToken.START_ARRAY;
      while (starts && parser.nextToken() == JsonToken.START_OBJECT && read.size() < most) {
        read.add(Outcome.done(reader.readValue(parser)));
      }
      boolean ends =
          starts
              && parser.currentToken() == JsonToken.END_ARRAY
              && parser.nextToken() == JsonToken.END_OBJECT
              && parser.nextToken() == null;
      return ends ? Optional.of(read) : Optional.empty();
    } catch (JacksonException fault) {
      return Optional.empty();
    }
  }

  private static Outcome<JsonNode> items(JsonNode document, String field) {
    if (!document.isObject()) {
      return Outcome.refused(Refusal.at("", ApiCode.WRONG_TYPE, Map.of("expected", "object")));
    }
    for (String name : document.propertyNames()) {
      if (!name.equals(field)) {
        return Outcome.refused(Refusal.at("/" + name, ApiCode.UNKNOWN_FIELD, Map.of("name", name)));
      }
    }
    JsonNode items = document.get(field);
    if (items == null) {
      return Outcome.refused(Refusal.at("/" + field, InputCode.REQUIRED));
    }
    return items.isArray()
        ? Outcome.done(items)
        : Outcome.refused(Refusal.at("/" + field, ApiCode.WRONG_TYPE, Map.of("expected", "list")));
  }

  private <T> Outcome<List<Outcome<T>>> each(
      JsonNode items, String field, Class<T> type, int most) {
    if (items.size() > most) {
      return Outcome.refused(
          Refusal.at("/" + field, InputCode.TOO_MANY_ITEMS, Map.of("limit", most)));
    }
    List<Outcome<T>> read = new ArrayList<>(items.size());
    for (JsonNode item : items) {
      read.add(item(item, type));
    }
    return Outcome.done(read);
  }

  /** The value of a part of a document that was read as a tree. */
  public <T> Outcome<T> item(JsonNode item, Class<T> type) {
    try {
      T value = item.isNull() ? null : mapper.treeToValue(item, type);
      return value == null
          ? Outcome.refused(Refusal.at("", ApiCode.WRONG_TYPE, Map.of("expected", "object")))
          : Outcome.done(value);
    } catch (JacksonException fault) {
      return Outcome.refused(Faults.refusal(fault, null));
    }
  }

  private static boolean isBlank(byte[] body) {
    for (byte sign : body) {
      if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
        return false;
      }
    }
    return true;
  }
}
