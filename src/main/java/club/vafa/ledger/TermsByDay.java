package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Unit.EndOf;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.kernel.ZoneTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What units say of the life of an award, remembered where all awards of a day have the same: for
 * whoever goes through years of sales, the calendar is asked once a day. Safe for many threads.
 */
public final class TermsByDay {
  private static final int KEPT = 1024;
  private static final long DAY = 86_400;

  private final Club club;
  private final ZoneTime clocks;
  private final AtomicReferenceArray<@Nullable Known> kept = new AtomicReferenceArray<>(KEPT);

  public TermsByDay(Club club) {
    this.club = club;
    this.clocks = new ZoneTime(club.zone());
  }

  /** What awards have that end so and were made that day. */
  private record Known(EndOf endOf, int later, long day, Terms terms) {
    boolean is(Expiry.AtEndOf end, long when) {
      return day == when && endOf == end.endOf() && later == end.later();
    }
  }

  /** The same as {@link Terms#of}. */
  public Terms of(Unit unit, Instant at) {
    return unit.waiting() instanceof Unit.Waiting.None
            && unit.expiry() instanceof Expiry.AtEndOf end
            && end.endOf() != EndOf.INSTANT
        ? ofDay(unit, end, at)
        : Terms.of(club, unit, at);
  }

  /** It does not matter when on a day something happened. */
  private Terms ofDay(Unit unit, Expiry.AtEndOf end, Instant at) {
    long day = Math.floorDiv(clocks.local(at), DAY);
    int slot = (int) (day + 367L * unit.number()) & (KEPT - 1);
    Known known = kept.getPlain(slot);
    if (known == null || !known.is(end, day)) {
      known = new Known(end.endOf(), end.later(), day, Terms.of(club, unit, at));
      kept.setRelease(slot, known);
    }
    return known.terms;
  }
}
