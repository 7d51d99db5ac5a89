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
}
