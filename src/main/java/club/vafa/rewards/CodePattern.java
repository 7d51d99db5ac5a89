package club.vafa.rewards;

import club.vafa.kernel.Digits;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How codes are made: {@code CAFE-####-####} has eight signs, seven drawn by chance and a check
 * sign.
 *
 * <p>The signs are the 31 digits and letters that are not taken for one another: no 0 and O, no 1,
 * I and L. 31 is prime, which makes the check sign strong: each sign is a number from 0 to 30 by
 * its place among them, the check sign has weight 1, the others 2, 3, 4 … from the left, and the
 * weighted sum of a right code can be divided by 31. One wrong sign or two that changed places
 * never leave the sum right. In {@code 3A4B} the 3, A and 4 are 1, 8 and 2, so the sum is 2·1 + 3·8
 * + 4·2 = 34; 28 more make 62, and the sign of 28 is X: {@code 3A4X} is right, {@code 3A4B} is not.
 */
final class CodePattern {
  static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  static final int FEWEST = 8;
  private static final int MOST = 30;
  private static final int LONGEST = 40;
  private static final int PRIME = 31;
  private static final Pattern GAPS =
      Pattern.compile("[\\s\\u200B-\\u200F\\u2010-\\u2015-]");

  /** The largest multiple of 31 that fits a byte: numbers above it would favour some signs. */
  private static final int FAIR = 248;

  private final String pattern;
  private final int drawn;
  private final SecureRandom chance;

  /** Drawn in stock, because each draw by itself is dear. */
  private final byte[] stock = new byte[64];

  private int used = stock.length;

  CodePattern(String pattern, SecureRandom chance) {
    if (!isPattern(pattern)) {
      throw new IllegalArgumentException("no pattern: " + pattern);
    }
    this.pattern = pattern;
    this.drawn = places(pattern) - 1;
    this.chance = chance;
  }

  static boolean isPattern(String text) {
    boolean signs = text.chars().allMatch(sign -> sign == '#' || sign == '-' || isPlain(sign));
    int places = places(text);
    return signs && text.length() <= LONGEST && places >= FEWEST && places <= MOST;
  }

  private static boolean isPlain(int sign) {
    return (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
  }

  private static int places(String text) {
    return (int) text.chars().filter(sign -> sign == '#').count();
  }

  /** Whether so many codes are so thinly sown that guessing one in ten thousand tries is luck. */
  static boolean hasRoomFor(String pattern, long codes) {
    long room = 1;
    for (int at = 1; at < places(pattern) && room < Long.MAX_VALUE / PRIME; at++) {
      room *= PRIME;
    }
    return room / 10_000 >= codes;
  }

  /** A new code as people read it. */
  String next() {
    StringBuilder code = new StringBuilder(pattern);
    int sum = 0;
    int place = 0;
    for (int at = 0; at < code.length(); at++) {
      if (pattern.charAt(at) == '#') {
        int value = place < drawn ? draw() : (PRIME - sum % PRIME) % PRIME;
        sum += (place + 2) * value;
        place++;
        code.setCharAt(at, SIGNS.charAt(value));
      }
    }
    return code.toString();
  }

  private int draw() {
    int value;
    do {
      if (used == stock.length) {
        chance.nextBytes(stock);
        used = 0;
      }
      value = stock[used++] & 0xFF;
    } while (value >= FAIR);
    return value % PRIME;
  }

  /** Whether a code, however it is spelled, could be of this pattern. */
  boolean fits(String code) {
    String plain = plain(code);
    String wanted = pattern.replace("-", "");
    if (plain.length() != wanted.length()) {
      return false;
    }
    int sum = 0;
    int place = 0;
    for (int at = 0; at < wanted.length(); at++) {
      if (wanted.charAt(at) != '#') {
        if (wanted.charAt(at) != plain.charAt(at)) {
          return false;
        }
        continue;
      }
      int value = SIGNS.indexOf(plain.charAt(at));
      if (value < 0) {
        return false;
      }
      sum += (place < drawn ? place + 2 : 1) * value;
      place++;
    }
    return sum % PRIME == 0;
  }

  /** A code as it is compared: digits of any script, without gaps, hyphens and small letters. */
  static String plain(String code) {
    return GAPS.matcher(Digits.western(code)).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
