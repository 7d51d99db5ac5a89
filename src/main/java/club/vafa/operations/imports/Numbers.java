package club.vafa.operations.imports;

import club.vafa.kernel.Digits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: Persian and Arabic digits, thousands parted by commas, points,
 * spaces or apostrophes. Of two different signs the last one begins the decimals; a lone sign does,
 * unless what follows are groups of three after a comma: {@code 1,250} is 1250, {@code 12,50} is
 * 12.50 and {@code 1.250} is 1.250.
 */
final class Numbers {
  private static final Pattern PLAIN = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final int LONGEST = 60;

  private final char decimal;

  /**
   * @param decimal the sign before decimals when the user said which, or 0
   */
  Numbers(char decimal) {
    this.decimal = decimal;
  }

  Optional<BigDecimal> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (PLAIN.matcher(text).matches() && decimal != ',') {
      return Optional.of(new BigDecimal(text));
    }
    String plain = plain(Digits.western(text));
    return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  private String plain(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      switch (sign) {
        case ' ', '\u00A0', '\u202F', '\u2009', '\'', '\u2019', '\u200E', '\u200F', '+' -> {}
        case '\u2212', '\u2013' -> kept.append('-');
        case '\u060C' -> kept.append(',');
        default -> kept.append(sign);
      }
    }
    if (!kept.isEmpty() && kept.charAt(kept.length() - 1) == '-') {
      // Accounting programs write the minus behind: 12.50- is −12.50.
      kept.setLength(kept.length() - 1);
      kept.insert(0, '-');
    }
    String signs = kept.toString();
    char point = point(signs);
    char other = point == ',' ? '.' : ',';
    return signs.replace(String.valueOf(other), "").replace(point, '.');
  }

  private char point(String signs) {
    if (decimal != 0) {
      return decimal;
    }
    int comma = signs.lastIndexOf(',');
    int dot = signs.lastIndexOf('.');
    if (comma < 0) {
      return signs.indexOf('.') == dot ? '.' : ',';
    }
    if (dot >= 0) {
      return comma > dot ? ',' : '.';
    }
    boolean groups = signs.matches("-?\\d{1,3}(,\\d{3})+");
    return groups ? '.' : ',';
  }
}
