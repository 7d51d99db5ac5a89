package club.vafa.campaigns;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * How unique codes are written. In {@code SUM-####-###?} each {@code #} is drawn from the alphabet
 * and {@code ?} is a check sign over those drawn (Luhn's way with as many signs as the alphabet
 * has), so that one mistyped sign or two neighbours swapped make a code that cannot be.
 */
record CodePattern(String pattern, String alphabet) {
  /** Digits and capitals that nobody takes for another. */
  static final String CLEAR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  static final String DIGITS = "0123456789";

  /** Of so many codes tried, at most one is good. */
  private static final BigInteger TRIES = BigInteger.valueOf(1_000_000);

  private static final Pattern FORM = Pattern.compile("[A-Z0-9#?-]{4,40}");

  boolean wellFormed() {
    long checks = pattern.chars().filter(sign -> sign == '?').count();
    return FORM.matcher(pattern).matches()
        && checks <= 1
        && drawn() > 0
        && (checks == 0 || pattern.lastIndexOf('?') > pattern.lastIndexOf('#'));
  }

  private int drawn() {
    return (int) pattern.chars().filter(sign -> sign == '#').count();
  }

  /** Whether so many codes are lost among those the pattern could make. */
  boolean unguessable(long codes) {
    BigInteger space = BigInteger.valueOf(alphabet.length()).pow(drawn());
    return space.compareTo(BigInteger.valueOf(codes).multiply(TRIES)) >= 0;
  }

  /** How many signs have to be drawn for so many codes. */
  int needed(long codes) {
    int signs = 1;
    while (!new CodePattern("#".repeat(signs), alphabet).unguessable(codes)) {
      signs++;
    }
    return signs;
  }

  String draw(SecureRandom random) {
    int[] drawn = new int[drawn()];
    StringBuilder code = new StringBuilder(pattern.length());
    int at = 0;
    for (int place = 0; place < pattern.length(); place++) {
      char sign = pattern.charAt(place);
      if (sign == '#') {
        drawn[at] = random.nextInt(alphabet.length());
        code.append(alphabet.charAt(drawn[at++]));
      } else {
        code.append(sign == '?' ? alphabet.charAt(check(drawn)) : sign);
      }
    }
    return code.toString();
  }

  /** From the right every second value is doubled, and its two digits in this base are summed. */
  private int check(int[] drawn) {
    int base = alphabet.length();
    int sum = 0;
    boolean twice = true;
    for (int at = drawn.length - 1; at >= 0; at--, twice = !twice) {
      int value = twice ? drawn[at] * 2 : drawn[at];
      sum += value / base + value % base;
    }
    return (base - sum % base) % base;
  }

  /** Whether a code could be one of this pattern. */
  boolean fits(String code) {
    if (code.length() != pattern.length()) {
      return false;
    }
    int[] drawn = new int[drawn()];
    int at = 0;
    for (int place = 0; place < code.length(); place++) {
      char wanted = pattern.charAt(place);
      int value = alphabet.indexOf(code.charAt(place));
      if (wanted == '#' ? value < 0 : wanted != '?' && wanted != code.charAt(place)) {
        return false;
      }
      if (wanted == '#') {
        drawn[at++] = value;
      } else if (wanted == '?' && value != check(drawn)) {
        return false;
      }
    }
    return true;
  }
}
