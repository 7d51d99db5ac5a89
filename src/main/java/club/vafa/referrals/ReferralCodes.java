package club.vafa.referrals;

import club.vafa.kernel.Digits;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Codes that are easy to read out and hard to guess: eight letters and digits, without those that
 * look alike, which is one of a million million.
 */
final class ReferralCodes {
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;

  private ReferralCodes() {}

  static String make(SecureRandom random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int at = 0; at < LENGTH; at++) {
      code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** The code however it was typed: with spaces and hyphens, in any case and digits. */
  static String plain(String typed) {
    return Digits.western(typed)
        .replaceAll("[\\s\\p{Pd}\\u200C\\u200E\\u200F]", "")
        .toUpperCase(Locale.ROOT);
  }

  /** In two halves, as people read it. */
  static String shown(String code) {
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }
}
