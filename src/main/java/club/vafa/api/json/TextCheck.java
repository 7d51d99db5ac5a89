package club.vafa.api.json;

import club.vafa.api.ApiCode;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what JSON allows and the database or arithmetic would not bear: NUL and half surrogates,
 * which can only come as escapes, and numbers with enormous exponents. One pass over the bytes
 * tells that a body has neither escapes nor exponents; only the rare others are read twice.
 */
final class TextCheck {
  private static final int LARGEST_EXPONENT = 60;

  private TextCheck() {}

  static Optional<Refusal> refusal(byte[] body, JsonMapper mapper) {
    boolean inString = false;
    boolean suspicious = false;
    for (int at = 0; at < body.length; at++) {
      byte sign = body[at];
      if (sign == 0) {
        return Optional.of(Refusal.of(ApiCode.BAD_REQUEST));
      }
      if (inString) {
        if (sign == '\\' && at + 1 < body.length) {
          at++;
          suspicious |= body[at] == 'u';
        } else if (sign == '"') {
          inString = false;
        }
      } else if (sign == '"') {
        inString = true;
      } else if ((sign == 'e' || sign == 'E') && at > 0 && isDigit(body[at - 1])) {
        suspicious = true;
      }
    }
    return suspicious ? look(body, mapper) : Optional.empty();
  }

  private static boolean isDigit(byte sign) {
    return sign >= '0' && sign <= '9';
  }

  private static Optional<Refusal> look(byte[] body, JsonMapper mapper) {
    try (JsonParser parser = mapper.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        ProblemCode fault = fault(token, parser);
        if (fault != null) {
          return Optional.of(
              Refusal.at(parser.streamReadContext().pathAsPointer().toString(), fault));
        }
      }
      return Optional.empty();
    } catch (JacksonException malformed) {
      // The reading proper meets the same fault and tells it better.
      return Optional.empty();
    }
  }

  private static @Nullable ProblemCode fault(JsonToken token, JsonParser parser) {
    return switch (token) {
      case PROPERTY_NAME, VALUE_STRING ->
          isWhole(parser.getString()) ? null : InputCode.INVALID_CHARACTERS;
      case VALUE_NUMBER_FLOAT ->
          exponent(parser.getString()) > LARGEST_EXPONENT ? InputCode.NUMBER_TOO_LARGE : null;
      default -> null;
    };
  }

  private static boolean isWhole(String text) {
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == 0 || Character.isLowSurrogate(sign)) {
        return false;
      }
      if (Character.isHighSurrogate(sign)) {
        at++;
        if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
          return false;
        }
      }
    }
    return true;
  }

  private static long exponent(String number) {
    int at = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (at < 0) {
      return 0;
    }
    String digits = number.substring(at + 1).replaceFirst("^[+-]?0*", "");
    return digits.length() > 9 ? Long.MAX_VALUE : digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
