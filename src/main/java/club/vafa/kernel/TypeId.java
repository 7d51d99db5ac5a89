package club.vafa.kernel;

import java.util.Optional;
import java.util.UUID;

/**
 * The text form of an id: a prefix that names its kind, an underscore, and the UUID in 26 letters
 * of Crockford's base 32, for example {@code mbr_01h455vb4pex5vsknk084sn02q}.
 */
public final class TypeId {
  private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 26;

  private TypeId() {}

  public static String text(String prefix, UUID id) {
    char[] out = new char[LENGTH];
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    for (int at = LENGTH - 1; at >= 0; at--) {
      out[at] = LETTERS[(int) (low & 31)];
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return prefix + '_' + new String(out);
  }

  /** The id in a text of this prefix, or nothing when the text is not one. */
  public static Optional<UUID> parse(String prefix, String text) {
    int start = prefix.length() + 1;
    if (text.length() != start + LENGTH
        || !text.startsWith(prefix)
        || text.charAt(start - 1) != '_'
        || text.charAt(start) > '7') {
      return Optional.empty();
    }
    long high = 0;
    long low = 0;
    for (int at = start; at < text.length(); at++) {
      int digit = digit(text.charAt(at));
      if (digit < 0) {
        return Optional.empty();
      }
      high = (high << 5) | (low >>> 59);
      low = (low << 5) | digit;
    }
    return Optional.of(new UUID(high, low));
  }

  private static int digit(char letter) {
    for (int value = 0; value < LETTERS.length; value++) {
      if (LETTERS[value] == letter) {
        return value;
      }
    }
    return -1;
  }
}
