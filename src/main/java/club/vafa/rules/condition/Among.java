package club.vafa.rules.condition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Membership in a list of texts, quick for one and for a thousand. */
final class Among {
  private Among() {}

  static Predicate<String> of(List<String> texts) {
    if (texts.size() == 1) {
      return texts.getFirst()::equals;
    }
    Set<String> set = new HashSet<>(texts);
    return set::contains;
  }

  /** Whether one of the texts is among those that were found. */
  static boolean oneOf(List<String> texts, Set<String> found) {
    for (String text : texts) {
      if (found.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
