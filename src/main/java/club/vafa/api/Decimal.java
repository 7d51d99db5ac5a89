package club.vafa.api;

import club.vafa.kernel.Digits;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An exact decimal of a request: a string such as {@code "12.50"}, in Western, Persian or Arabic
 * digits, or a JSON number. It is judged by its length before it becomes a number, so that nothing
 * like {@code 1e1000000000} is ever spelled out.
 */
public record Decimal(BigDecimal value) {
  private static final int MOST_SIGNS = 60;
  private static final int LARGEST_EXPONENT = 60;

  /** The decimal of a text without exponent, or nothing when it is none. */
  public static Optional<Decimal> parse(String text) {
    String plain = Digits.western(text);
    return isPlain(plain) ? Optional.of(new Decimal(new BigDecimal(plain))) : Optional.empty();
  }

  /** The decimal of a JSON number, which may have an exponent; nothing when beyond reason. */
  public static Optional<Decimal> ofNumber(String number) {
    if (number.length() > MOST_SIGNS) {
      return Optional.empty();
    }
    BigDecimal value;
    try {
      value = new BigDecimal(number);
    } catch (NumberFormatException exponentOutOfRange) {
      return Optional.empty();
    }
    return Math.abs((long) value.scale()) > LARGEST_EXPONENT
        ? Optional.empty()
        : Optional.of(new Decimal(value));
  }

  private static boolean isPlain(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean point = false;
    boolean digit = false;
    for (int i = at; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '.' && digit && !point) {
        point = true;
      } else if (sign >= '0' && sign <= '9') {
        digit = true;
      } else {
        return false;
      }
    }
    return digit && !text.endsWith(".") && text.length() <= MOST_SIGNS;
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
