package club.vafa.ledger;

import club.vafa.kernel.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a proof of the books found.
 *
 * @param entries how many entries were proved
 * @param failures the checks that do not hold; none when the books are right
 */
public record Verification(Instant startedAt, Duration took, long entries, List<Failure> failures) {

  public Verification {
    failures = List.copyOf(failures);
  }

  /** A check that does not hold: in how many places, and the first of them. */
  public record Failure(String check, long places, List<Finding> first) {
    public Failure {
      first = List.copyOf(first);
    }
  }

  /**
   * One place where the books do not hold.
   *
   * @param member whose wallet it is; null when it is in books that are no member's
   * @param thing what it is in such books
   */
  public record Finding(
      @Nullable MemberId member,
      int unit,
      @Nullable UUID lot,
      String what,
      @Nullable String expected,
      @Nullable String found,
      @Nullable String thing) {

    public Finding(
        MemberId member,
        int unit,
        @Nullable UUID lot,
        String what,
        @Nullable String expected,
        @Nullable String found) {
      this(member, unit, lot, what, expected, found, null);
    }

    /** A place in books that are no member's. */
    public static Finding of(
        String thing, String what, @Nullable String expected, @Nullable String found) {
      return new Finding(null, 0, null, what, expected, found, thing);
    }

    @Override
    public String toString() {
      if (member == null) {
        return "%s: %s should be %s and is %s".formatted(thing, what, expected, found);
      }
      return "%s unit %d%s: %s should be %s and is %s"
          .formatted(member, unit, lot == null ? "" : " lot " + lot, what, expected, found);
    }
  }

  public boolean holds() {
    return failures.isEmpty();
  }

  /** The findings as lines, one for each place listed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Failure failure : failures) {
      text.append(failure.check()).append(": ").append(failure.places()).append(" places\n");
      failure.first().forEach(finding -> text.append("  ").append(finding).append('\n'));
    }
    return text.toString();
  }
}
