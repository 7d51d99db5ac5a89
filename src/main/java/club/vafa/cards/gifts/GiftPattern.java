package club.vafa.cards.gifts;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * How the codes of gift cards look, and what is kept of them. Sixteen signs carry 74 bits besides
 * the check sign, twenty carry 94: a code cannot be guessed, and its plain hash cannot be turned
 * back.
 */
final class GiftPattern {
  static final CodePattern USUAL = CodePattern.closed("#####-#####-#####-#####");
  static final int FEWEST_SIGNS = 16;
  static final int LONGEST = 60;

  private GiftPattern() {}

  /** Whether a text from outside can be a pattern. */
  static boolean fits(String text) {
    return text.length() <= LONGEST
        && text.chars().filter(sign -> sign == '#').count() >= FEWEST_SIGNS
        && text.matches("[A-Za-z0-9#-]+")
        && text.endsWith("#");
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
