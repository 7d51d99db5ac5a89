package club.vafa.kernel;

/** Digits as people of different scripts write them. */
public final class Digits {
  private Digits() {}

  /** The text with Persian and Arabic digits and separators as Western ones. */
  public static String western(String text) {
    StringBuilder out = null;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      char plain = western(sign);
      if (plain != sign && out == null) {
        out = new StringBuilder(text);
      }
      if (out != null) {
        out.setCharAt(at, plain);
      }
    }
    return out == null ? text : out.toString();
  }

  private static char western(char sign) {
    if (sign >= '\u06F0' && sign <= '\u06F9') {
      return (char) ('0' + (sign - '\u06F0'));
    }
    if (sign >= '\u0660' && sign <= '\u0669') {
      return (char) ('0' + (sign - '\u0660'));
    }
    return switch (sign) {
      case '\u066B' -> '.';
      case '\u066C' -> ',';
      default -> sign;
    };
  }
}
