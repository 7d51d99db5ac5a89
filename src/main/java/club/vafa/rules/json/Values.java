package club.vafa.rules.json;

import club.vafa.kernel.Amount;
import club.vafa.kernel.InputCode;
import club.vafa.rules.RulesCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values; each is null with its fault noted when it is not what it should be. */
final class Values {
  static final int MOST_TEXT = 100;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
  private static final Pattern CODE = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,38}[a-z0-9])?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int MOST_DIGITS = 60;

  private Values() {}

  static @Nullable String text(JsonNode node, String pointer, int most, Faults faults) {
    if (!node.isString()) {
      faults.add(pointer, RulesCode.WRONG_TYPE, Map.of("expected", "text"));
      return null;
    }
    return faults.text(pointer, node.stringValue(), most);
  }

  static @Nullable String code(JsonNode node, String pointer, Faults faults) {
    if (!node.isString()) {
      faults.add(pointer, RulesCode.WRONG_TYPE, Map.of("expected", "text"));
      return null;
    }
    if (!CODE.matcher(node.stringValue()).matches()) {
      faults.add(pointer, RulesCode.NOT_A_CODE);
      return null;
    }
    return node.stringValue();
  }

  /** An exact decimal, as a string or as a number. */
  static @Nullable BigDecimal decimal(JsonNode node, String pointer, Faults faults) {
    if (node.isString()) {
      String text = node.stringValue();
      if (text.length() <= MOST_DIGITS && NUMBER.matcher(text).matches()) {
        return new BigDecimal(text);
      }
    } else if (node.isNumber()) {
      // JSON libraries may have made a float of the number, and that may be infinite.
      boolean rough = node.isDouble() || node.isFloat();
      return rough && !Double.isFinite(node.doubleValue())
          ? tooLarge(pointer, faults)
          : node.decimalValue();
    }
    faults.add(pointer, InputCode.NOT_A_NUMBER);
    return null;
  }

  private static @Nullable BigDecimal tooLarge(String pointer, Faults faults) {
    faults.add(pointer, InputCode.NUMBER_TOO_LARGE);
    return null;
  }

  /** Minor units within bounds, which are minor units too. */
  static @Nullable Long minor(
      JsonNode node, String pointer, int decimals, long min, long max, Faults faults) {
    BigDecimal value = decimal(node, pointer, faults);
    Long minor = value == null ? null : faults.minor(pointer, value, decimals);
    if (minor == null) {
      return null;
    }
    if (minor < min || minor > max) {
      faults.add(
          pointer,
          RulesCode.OUT_OF_RANGE,
          Map.of("min", Amount.plain(min, decimals), "max", Amount.plain(max, decimals)));
      return null;
    }
    return minor;
  }

  static @Nullable LocalDate date(JsonNode node, String pointer, Faults faults) {
    if (node.isString() && DATE.matcher(node.stringValue()).matches()) {
      try {
        return LocalDate.parse(node.stringValue());
      } catch (DateTimeException noSuchDay) {
        faults.add(pointer, InputCode.NOT_A_DATE);
        return null;
      }
    }
    faults.add(pointer, InputCode.NOT_A_DATE);
    return null;
  }

  static @Nullable OffsetDateTime time(JsonNode node, String pointer, Faults faults) {
    if (node.isString() && node.stringValue().length() <= 40) {
      try {
        OffsetDateTime time = OffsetDateTime.parse(node.stringValue());
        if (time.getYear() >= 1970 && time.getYear() <= 9999) {
          return time;
        }
      } catch (DateTimeException notATime) {
        faults.add(pointer, InputCode.NOT_A_TIME);
        return null;
      }
    }
    faults.add(pointer, InputCode.NOT_A_TIME);
    return null;
  }

  /** Minutes since midnight; 24:00 is the end of the day. */
  static @Nullable Long timeOfDay(JsonNode node, String pointer, Faults faults) {
    if (!node.isString() || !TIME.matcher(node.stringValue()).matches()) {
      faults.add(pointer, RulesCode.NOT_A_TIME_OF_DAY);
      return null;
    }
    String text = node.stringValue();
    return Long.parseLong(text.substring(0, 2)) * 60 + Long.parseLong(text.substring(3));
  }
}
