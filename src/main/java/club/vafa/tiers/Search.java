package club.vafa.tiers;

import club.vafa.tiers.Ladder.Window;
import club.vafa.tiers.TierSet.Up;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Looks for the highest tier that what was done makes and that would still hold. */
final class Search {
  private final Place place;
  private final Ladder ladder;

  Search(Place place) {
    this.place = place;
    this.ladder = place.ladder;
  }

  /** A tier that was reached, by what, and the day on which it begins. */
  record Found(int rank, @Nullable LocalDate until, Window window, LocalDate since) {}

  /** The best since a day; nothing when it is no better than what is held. */
  @Nullable Found since(LocalDate day) {
    return ladder.set().up() == Up.AT_ONCE ? bestOfDays(day) : bestOfPeriods(day);
  }

  private @Nullable Found bestOfDays(LocalDate from) {
    Found best = null;
    var days = place.climber.progress().activeDays(from, place.asOf());
    days.add(place.asOf());
    for (LocalDate day : days) {
      best =
          better(
              best,
              new Found(
                  ladder.qualified(place.climber, day),
                  ladder.keepUntil(day),
                  ladder.window(day),
                  day));
    }
    return best;
  }

  private @Nullable Found bestOfPeriods(LocalDate from) {
    Found best = null;
    LocalDate end = ladder.periodEnd(from);
    while (end.isBefore(place.asOf())) {
      LocalDate next = end.plusDays(1);
      best =
          better(
              best,
              new Found(
                  ladder.qualified(place.climber, end),
                  ladder.keepUntil(next),
                  ladder.window(end),
                  next));
      end = ladder.periodEnd(next);
    }
    return best;
  }

  private @Nullable Found better(@Nullable Found best, Found other) {
    if (other.rank() <= place.rank() || !Ladder.holds(other.until(), place.asOf())) {
      return best;
    }
    boolean higher = best == null || other.rank() > best.rank();
    boolean longer =
        best != null
            && other.rank() == best.rank()
            && best.until() != null
            && Ladder.holds(other.until(), best.until().plusDays(1));
    return higher || longer ? other : best;
  }
}
