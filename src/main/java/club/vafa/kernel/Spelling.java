package club.vafa.kernel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Folds names so that spellings people do not tell apart are found by one another: Arabic and
 * Persian letters, diacritics, half-spaces, case and digits of any script.
 */
public final class Spelling {
  private static final int SHORTEST_PART = 3;

  private Spelling() {}

  /**
   * The words of all parts of a name, each after a space; empty when there is nothing to find it
   * by.
   */
  public static String folded(@Nullable String... names) {
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      if (name != null) {
        words(name).forEach(word -> out.append(' ').append(word));
      }
    }
    return out.toString();
  }

  /**
   * LIKE patterns that a folded name must all fit. Short words must begin a word of the name;
   * longer ones may stand anywhere in it.
   */
  public static List<String> patterns(String query) {
    return words(query).stream()
        .map(word -> (word.length() < SHORTEST_PART ? "% " : "%") + word + "%")
        .toList();
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Digits.western(plain)
        .codePoints()
        .forEach(sign -> {
          if (Character.isLetterOrDigit(sign)) {
            word.append(plain(sign));
          } else if (!isSilent(sign) && !word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** Marks, the half-space and its kin, the lengthening stroke and apostrophes part no words. */
  private static boolean isSilent(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || sign == 'ـ'
        || sign == '\''
        || sign == '’';
  }

  private static String plain(int letter) {
    return switch (letter) {
      case 'ي', 'ى', 'ې' -> "ی";
      case 'ك', 'ڪ' -> "ک";
      case 'ة', 'ۀ', 'ۃ' -> "ه";
      case 'أ', 'إ', 'آ', 'ٱ' -> "ا";
      case 'ؤ' -> "و";
      case 'ـ', 'ء' -> "";
      case 'ß' -> "ss";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ' -> "d";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ı' -> "i";
      default -> Character.toString(letter);
    };
  }
}
