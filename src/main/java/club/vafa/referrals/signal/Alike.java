package club.vafa.referrals.signal;

import java.text.Normalizer;
import java.util.Locale;

/** Compares texts the way people do who want them to look different. */
final class Alike {
  private Alike() {}

  /** Letters and digits alone, in lower case and without accents. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .replace('ي', 'ی')
        .replace('ك', 'ک');
  }

  /** The address that mail arrives at: without dots and what stands after a plus sign. */
  static String mailbox(String email) {
    int at = email.lastIndexOf('@');
    String local = email.substring(0, at).toLowerCase(Locale.ROOT);
    int plus = local.indexOf('+');
    String box = (plus < 0 ? local : local.substring(0, plus)).replace(".", "");
    String domain = email.substring(at + 1).toLowerCase(Locale.ROOT);
    return box + "@" + (domain.equals("googlemail.com") ? "gmail.com" : domain);
  }

  /** How many letters must be put in, taken out or changed to make one of the other. */
  static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int at = 0; at < before.length; at++) {
      before[at] = at;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] now = new int[before.length];
      now[0] = row;
      for (int at = 1; at < now.length; at++) {
        int change = one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1;
        now[at] = Math.min(before[at - 1] + change, Math.min(before[at], now[at - 1]) + 1);
      }
      before = now;
    }
    return before[other.length()];
  }
}
