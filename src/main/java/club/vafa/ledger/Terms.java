package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Lifetimes;
import club.vafa.clubs.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when and until when an award can be spent.
 *
 * @param availableAt when it becomes active by itself; null when at once or by an event
 * @param awaits the type of the event it waits for, or the next visit; null when it waits for none
 * @param expiresAt the first instant at which it can no longer be spent; null when it stays. An
 *     award that awaits an event and has no end here gets the unit's when the event comes
 */
public record Terms(
    @Nullable Instant availableAt, @Nullable String awaits, @Nullable Instant expiresAt) {
  public static final Terms NONE = new Terms(null, null, null);

  public static Terms until(Instant expiresAt) {
    return new Terms(null, null, expiresAt);
  }

  /** What the unit's settings say for an award of this instant. */
  public static Terms of(Club club, Unit unit, Instant at) {
    return switch (unit.waiting()) {
      case Unit.Waiting.None() -> new Terms(null, null, end(club, unit, at));
      case Unit.Waiting.Days(int days) -> {
        Instant usable = at.atZone(club.zone()).plusDays(days).toInstant();
        yield new Terms(usable, null, end(club, unit, usable));
      }
      case Unit.Waiting.Event(String type) -> new Terms(null, type, null);
      case Unit.Waiting.NextVisit() -> new Terms(null, Unit.Waiting.NextVisit.CODE, null);
    };
  }

  static @Nullable Instant end(Club club, Unit unit, Instant usable) {
    return Lifetimes.end(unit.expiry(), club, usable).orElse(null);
  }

  boolean pendingAt(Instant at) {
    return awaits != null || (availableAt != null && availableAt.isAfter(at));
  }
}
