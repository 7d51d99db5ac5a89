package club.vafa.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one input and collects what is wrong with them, so that the sender learns of
 * every fault at once. A faulty field reads as a harmless value; ask {@link #faulty()} before use.
 */
public final class Input {
  private static final int MOST_DIGITS = 18;

  private final List<Refusal> refusals = new ArrayList<>();

  public boolean faulty() {
    return !refusals.isEmpty();
  }

  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  public void refuse(String pointer, ProblemCode code) {
    refusals.add(Refusal.at(pointer, code));
  }

  public void refuse(String pointer, ProblemCode code, Map<String, Object> args) {
    refusals.add(Refusal.at(pointer, code, args));
  }

  public <T> @Nullable T required(String pointer, @Nullable T value) {
    if (value == null) {
      refuse(pointer, InputCode.REQUIRED);
    }
    return value;
  }

  /** A text that must be there, is not blank, is at most this long and holds no control signs. */
  public String text(String pointer, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      refuse(pointer, InputCode.REQUIRED);
      return "";
    }
    String read = optionalText(pointer, value, most);
    return read == null ? "" : read;
  }

  /** A text that may be missing; blank counts as missing. */
  public @Nullable String optionalText(String pointer, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > most) {
      refuse(pointer, InputCode.TOO_LONG, Map.of("limit", most));
      return null;
    }
    for (int at = 0; at < value.length(); at++) {
      char sign = value.charAt(at);
      boolean alone =
          Character.isHighSurrogate(sign)
              ? at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1))
              : Character.isLowSurrogate(sign)
                  && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
      if ((sign < ' ' && sign != '\t' && sign != '\n') || sign == 0x7F || alone) {
        refuse(pointer, InputCode.INVALID_CHARACTERS);
        return null;
      }
    }
    return value.strip();
  }

  /** Minor units of a decimal with at most so many decimals; zero when faulty or missing. */
  public long minor(String pointer, @Nullable BigDecimal value, int decimals) {
    if (value == null) {
      refuse(pointer, InputCode.REQUIRED);
      return 0;
    }
    if (value.signum() == 0) {
      return 0;
    }
    // Judged by digits before any rescaling: 1E+1000000000 must not be spelled out.
    long wholeDigits = (long) value.precision() - value.scale();
    if (wholeDigits + decimals > MOST_DIGITS) {
      refuse(pointer, InputCode.NUMBER_TOO_LARGE);
      return 0;
    }
    if (value.scale() > decimals) {
      if (value.scale() > 200 || value.stripTrailingZeros().scale() > decimals) {
        refuse(pointer, InputCode.TOO_MANY_DECIMALS, Map.of("limit", decimals));
        return 0;
      }
    }
    return Amount.of(value, decimals).minor();
  }

  /** Like {@link #minor} and greater than zero. */
  public long positive(String pointer, @Nullable BigDecimal value, int decimals) {
    int before = refusals.size();
    long minor = minor(pointer, value, decimals);
    if (minor <= 0 && refusals.size() == before) {
      refuse(pointer, InputCode.MUST_BE_POSITIVE);
    }
    return minor;
  }

  /** Like {@link #minor} and not below zero. */
  public long notNegative(String pointer, @Nullable BigDecimal value, int decimals) {
    long minor = minor(pointer, value, decimals);
    if (minor < 0) {
      refuse(pointer, InputCode.MUST_NOT_BE_NEGATIVE);
    }
    return minor;
  }

  public Optional<Currency> currency(String pointer, @Nullable String code) {
    if (code == null || code.isBlank()) {
      refuse(pointer, InputCode.REQUIRED);
      return Optional.empty();
    }
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      refuse(pointer, InputCode.UNKNOWN_CURRENCY, Map.of("value", shortened(code)));
      return Optional.empty();
    }
  }

  /** The first signs of a text from outside, for naming it in a sentence. */
  public static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }
}
