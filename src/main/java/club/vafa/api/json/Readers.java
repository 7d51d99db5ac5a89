package club.vafa.api.json;

import club.vafa.api.Decimal;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** How single values are read: exactly, or refused with what was expected. */
final class Readers {
  private Readers() {}

  /** A reader of values that are written as strings. */
  abstract static class OfText<T> extends StdScalarDeserializer<T> {
    OfText(Class<?> type) {
      super(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return parser.hasToken(JsonToken.VALUE_STRING)
          ? read(parser, parser.getString())
          : (T) context.handleUnexpectedToken(_valueClass, parser);
    }

    abstract T read(JsonParser parser, String text);
  }

  static final class OfString extends OfText<String> {
    OfString() {
      super(String.class);
    }

    @Override
    String read(JsonParser parser, String text) {
      return text;
    }
  }

  static final class OfDate extends OfText<LocalDate> {
    private static final int LENGTH = 10;

    OfDate() {
      super(LocalDate.class);
    }

    @Override
    LocalDate read(JsonParser parser, String text) {
      try {
        if (text.length() == LENGTH) {
          return LocalDate.parse(Digits.western(text));
        }
      } catch (DateTimeException malformed) {
        throw new RefusedValue(parser, InputCode.NOT_A_DATE, Map.of());
      }
      throw new RefusedValue(parser, InputCode.NOT_A_DATE, Map.of());
    }
  }

  static final class OfInstant extends OfText<Instant> {
    private static final int LONGEST = 40;

    OfInstant() {
      super(Instant.class);
    }

    @Override
    Instant read(JsonParser parser, String text) {
      try {
        if (text.length() <= LONGEST && !text.isEmpty() && Character.isDigit(text.charAt(0))) {
          return Instants.parse(Digits.western(text));
        }
      } catch (DateTimeException malformed) {
        throw new RefusedValue(parser, InputCode.NOT_A_TIME, Map.of());
      }
      throw new RefusedValue(parser, InputCode.NOT_A_TIME, Map.of());
    }
  }

  static final class OfDecimal extends StdScalarDeserializer<Decimal> {
    OfDecimal() {
      super(Decimal.class);
    }

    @Override
    public Decimal deserialize(JsonParser parser, DeserializationContext context) {
      return switch (parser.currentToken()) {
        case VALUE_STRING ->
            Decimal.parse(parser.getString())
                .orElseThrow(() -> new RefusedValue(parser, InputCode.NOT_A_NUMBER, Map.of()));
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            Decimal.ofNumber(parser.getString())
                .orElseThrow(() -> new RefusedValue(parser, InputCode.NUMBER_TOO_LARGE, Map.of()));
        case null, default -> (Decimal) context.handleUnexpectedToken(Decimal.class, parser);
      };
    }
  }

  /** Enums are written in lower case. */
  static final class OfEnum extends OfText<Enum<?>> {
    private final Map<String, Enum<?>> byName = new LinkedHashMap<>();

    OfEnum(Class<?> type) {
      super(type);
      for (Object constant : type.getEnumConstants()) {
        byName.put(constant.toString().toLowerCase(Locale.ROOT), (Enum<?>) constant);
      }
    }

    @Override
    Enum<?> read(JsonParser parser, String text) {
      Enum<?> found = byName.get(text);
      if (found == null) {
        throw new RefusedValue(
            parser,
            InputCode.UNKNOWN_VALUE,
            Map.of("value", Input.shortened(text), "allowed", allowed()));
      }
      return found;
    }

    private String allowed() {
      return String.join(", ", byName.keySet());
    }
  }
}
