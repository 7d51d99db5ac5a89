package club.vafa.operations.imports;

import java.util.EnumMap;
import java.util.Map;

/** What an import has done so far. Counted by one thread, shown by another. */
final class Tally {
  /** What is counted. */
  enum Kind {
    /** Rows of the file that are dealt with. */
    ROWS,
    PURCHASES,
    /** Purchases that goods went back to. */
    RETURNS,
    MEMBERS,
    CARDS,
    BRANCHES,
    /** Known from before; nothing changed. */
    REPEATED,
    /** Rows in the file of refused rows. */
    REFUSED;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  synchronized void add(Kind kind, long more) {
    counts.merge(kind, more, Math::addExact);
  }

  synchronized long of(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  synchronized Map<Kind, Long> all() {
    return new EnumMap<>(counts);
  }
}
