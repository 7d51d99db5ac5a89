package club.vafa.operations;

import club.vafa.kernel.Language;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words behind {@code ./vafa verify}.
 *
 * @param unknown the first word that is not understood, or null
 */
record VerifyOptions(@Nullable String club, Language language, @Nullable String unknown) {
  private static final String CLUB = "--club";
  private static final String LANGUAGE = "--language";

  static VerifyOptions read(List<String> words) {
    String club = null;
    Language language = Language.EN;
    String unknown = null;
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      boolean known = name.equals(CLUB) || name.equals(LANGUAGE);
      if (!known || (equals < 0 && !rest.hasNext())) {
        unknown = unknown == null ? word : unknown;
        continue;
      }
      String value = equals < 0 ? rest.next() : word.substring(equals + 1);
      if (name.equals(CLUB)) {
        club = value;
      } else {
        language = Language.of(value);
      }
    }
    return new VerifyOptions(club, language, unknown);
  }
}
