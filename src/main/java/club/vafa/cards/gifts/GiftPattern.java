package club.vafa.cards.gifts;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How the codes of gift cards look: each {@code #} is a sign at random, the last one a check sign,
 * all else stands as it is. The signs leave out 0, 1, I, L, O and U, which are read for one
 * another. Sixteen of them carry 73 bits besides the check sign, twenty carry 93: a code cannot be
 * guessed, and its plain hash cannot be turned back.
 */
record GiftPattern(String text) {
  static final GiftPattern USUAL = new GiftPattern("#####-#####-#####-#####");
  static final int FEWEST_SIGNS = 16;
  static final int LONGEST = 60;

  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = SIGNS.length();
  private static final char RANDOM = '#';

  /** Whether a text from outside can be a pattern. */
  static boolean fits(String text) {
    return text.length() <= LONGEST
        && text.chars().filter(sign -> sign == RANDOM).count() >= FEWEST_SIGNS
        && text.matches("[A-Za-z0-9#-]+")
        && text.endsWith("#");
  }

  /** A new code. */
  String code(RandomGenerator random) {
    StringBuilder code = new StringBuilder(text.length());
    int last = text.lastIndexOf(RANDOM);
    for (int at = 0; at < last; at++) {
      char sign = text.charAt(at);
      code.append(sign == RANDOM ? SIGNS.charAt(random.nextInt(BASE)) : sign);
    }
    return code.append(SIGNS.charAt(check(plain(code.toString())))).toString();
  }

  /** A code without what people put between its signs, in capitals and Western digits. */
  static String plain(String code) {
    return Digits.western(code).replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }

  /** Whether the last sign fits the others: almost every slip of a finger is found out so. */
  static boolean wellTyped(String plain) {
    int end = plain.length() - 1;
    return end > 0
        && SIGNS.indexOf(plain.charAt(end)) >= 0
        && check(plain.substring(0, end)) == SIGNS.indexOf(plain.charAt(end));
  }

  /** Luhn's sum over the signs; whatever else stands in a pattern counts as nothing. */
  private static int check(String plain) {
    int sum = 0;
    boolean twice = true;
    for (int at = plain.length() - 1; at >= 0; at--) {
      int value = Math.max(0, SIGNS.indexOf(plain.charAt(at)));
      int part = twice ? 2 * value : value;
      sum += part / BASE + part % BASE;
      twice = !twice;
    }
    return (BASE - sum % BASE) % BASE;
  }

  static String lastFour(String plain) {
    return plain.substring(plain.length() - 4);
  }

  /** What is kept of a code; another club's card of the same code has another hash. */
  static String hash(ClubId club, String plain) {
    MessageDigest digest = Fingerprint.sha256();
    digest.update(("gift card\n" + club.value() + "\n").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(plain.getBytes(StandardCharsets.UTF_8)));
  }
}
