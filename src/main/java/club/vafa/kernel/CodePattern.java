package club.vafa.kernel;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How codes of vouchers, coupons and gift cards are made: in {@code CAFE-####-###?} each {@code #}
 * is a sign drawn by a cryptographic source, {@code ?} at the end is a check sign, all else stands
 * as it is.
 *
 * <p>The check sign makes a weighted sum come out even, with all that is no gap counted: from the
 * right the weights are 1, 2, 3 …, a sign's value is its place in the alphabet, and signs that are
 * not in it count nothing. The sum of a right code can be divided by the smallest prime that is not
 * below the number of signs. So one wrong sign or two that changed places never leave it right. In
 * {@code 3A4?} the 3, A and 4 are 1, 8 and 2, and the sum so far is 4·1 + 3·8 + 2·2 = 32; 30 more
 * make 62, which is twice 31, and the sign of 30 is Z: {@code 3A4Z} is right, {@code A34Z} is not.
 */
public record CodePattern(String text, String alphabet) {
  /** The 31 digits and capitals that nobody takes for another: no 0 and O, no 1, I and L. */
  public static final String CLEAR = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  public static final String DIGITS = "0123456789";
  private static final char DRAWN = '#';
  private static final char CHECK = '?';
  private static final Pattern GAPS = Pattern.compile("[\\s\\u200B-\\u200F\\u2010-\\u2015-]");

  /** A pattern of clear signs and capitals whose last {@code #} is the check sign. */
  public static CodePattern closed(String text) {
    if (!text.endsWith("#")) {
      throw new IllegalArgumentException("no pattern: " + text);
    }
    String upper = text.toUpperCase(Locale.ROOT);
    return new CodePattern(upper.substring(0, upper.length() - 1) + CHECK, CLEAR);
  }

  /** Whether codes can be made by it: something is drawn, and only the last sign is a check. */
  public boolean wellFormed() {
    int check = text.indexOf(CHECK);
    return drawn() > 0 && (check < 0 || check == text.length() - 1);
  }

  private int drawn() {
    return (int) text.chars().filter(sign -> sign == DRAWN).count();
  }

  /** Whether of so many codes tried by chance at most one is among these. */
  public boolean hides(long codes, long tries) {
    return hides(drawn(), codes, tries);
  }

  /** How many signs must be drawn so that it is. */
  public int needed(long codes, long tries) {
    int signs = 1;
    while (!hides(signs, codes, tries)) {
      signs++;
    }
    return signs;
  }

  private boolean hides(int signs, long codes, long tries) {
    BigInteger space = BigInteger.valueOf(alphabet.length()).pow(signs);
    return space.compareTo(BigInteger.valueOf(codes).multiply(BigInteger.valueOf(tries))) >= 0;
  }

  /** A new code as people read it. */
  public String draw(SecureRandom random) {
    StringBuilder code = new StringBuilder(text);
    do {
      fill(code, random);
    } while (text.charAt(text.length() - 1) == CHECK && !close(code));
    return code.toString();
  }

  /** Numbers above the largest multiple of the alphabet's size would favour some of its signs. */
  private void fill(StringBuilder code, SecureRandom random) {
    int fair = 256 - 256 % alphabet.length();
    byte[] stock = new byte[text.length()];
    int used = stock.length;
    for (int at = 0; at < text.length(); at++) {
      int value = text.charAt(at) == DRAWN ? fair : -1;
      while (value >= fair) {
        if (used == stock.length) {
          random.nextBytes(stock);
          used = 0;
        }
        value = stock[used++] & 0xFF;
      }
      if (value >= 0) {
        code.setCharAt(at, alphabet.charAt(value % alphabet.length()));
      }
    }
  }

  /** Sets the check sign; false when the alphabet is no prime and has no sign for it. */
  private boolean close(StringBuilder code) {
    int last = code.length() - 1;
    code.setCharAt(last, CHECK);
    int prime = prime(alphabet);
    int value = Math.floorMod(-sum(code, alphabet), prime);
    if (value < alphabet.length()) {
      code.setCharAt(last, alphabet.charAt(value));
    }
    return value < alphabet.length();
  }

  /** Whether a code could be one of this pattern, written as the pattern is. */
  public boolean fits(String code) {
    if (code.length() != text.length()) {
      return false;
    }
    for (int at = 0; at < code.length(); at++) {
      char wanted = text.charAt(at);
      boolean free = wanted == DRAWN || wanted == CHECK;
      if (free ? alphabet.indexOf(code.charAt(at)) < 0 : wanted != code.charAt(at)) {
        return false;
      }
    }
    return text.indexOf(CHECK) < 0 || sum(code, alphabet) % prime(alphabet) == 0;
  }

  /** Whether the check sign at the end of a code of clear signs is right, whatever its pattern. */
  public static boolean wellTyped(String code) {
    return code.length() > 1
        && CLEAR.indexOf(code.charAt(code.length() - 1)) >= 0
        && sum(code, CLEAR) % prime(CLEAR) == 0;
  }

  /** Weights go round before the prime, which would be a weight of nothing. */
  private static int sum(CharSequence code, String alphabet) {
    int weights = prime(alphabet) - 1;
    int sum = 0;
    int place = 0;
    for (int at = code.length() - 1; at >= 0; at--) {
      char sign = code.charAt(at);
      if (sign != '-') {
        sum += (1 + place++ % weights) * Math.max(0, alphabet.indexOf(sign));
      }
    }
    return sum;
  }

  private static int prime(String alphabet) {
    int prime = alphabet.length();
    for (int by = 2; by < prime; by++) {
      if (prime % by == 0) {
        prime++;
        by = 1;
      }
    }
    return prime;
  }

  /** A code as it is compared: digits of any script, without gaps, hyphens and small letters. */
  public static String plain(String code) {
    return GAPS.matcher(Digits.western(code)).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
