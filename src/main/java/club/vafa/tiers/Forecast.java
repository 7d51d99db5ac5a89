package club.vafa.tiers;

import club.vafa.tiers.Ladder.Window;
import club.vafa.tiers.Projection.Done;
import club.vafa.tiers.Projection.Goal;
import club.vafa.tiers.Projection.Missing;
import club.vafa.tiers.TierSet.By;
import club.vafa.tiers.TierSet.Keep;
import club.vafa.tiers.TierSet.Match;
import club.vafa.tiers.TierSet.Measure;
import club.vafa.tiers.TierSet.Need;
import club.vafa.tiers.TierSet.Period;
import club.vafa.tiers.TierSet.Tier;
import club.vafa.tiers.TierSet.Up;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks ahead from a member's place as it is on a day. */
final class Forecast {
  private final Place place;
  private final Ladder ladder;
  private final LocalDate today;

  Forecast(Place place) {
    this.place = place;
    this.ladder = place.ladder;
    this.today = place.asOf();
  }

  Projection projection() {
    int rank = place.effective();
    List<SetState.Since> past = place.state().past();
    return new Projection(
        ladder.set(),
        rank == Ladder.NONE ? null : ladder.set().tiers().get(rank),
        past.isEmpty() ? null : past.getLast().from(),
        place.until(),
        place.grace(),
        place.given(),
        progress(),
        next(rank),
        keep());
  }

  private List<Done> progress() {
    Window window = ladder.window(today);
    boolean ever = ladder.set().period() instanceof Period.Ever;
    List<Done> done = new ArrayList<>();
    for (Measure measure : ladder.set().measures()) {
      long amount = ladder.done(place.climber, window, new Need(measure, 0));
      boolean dated = measure.by() != By.TENURE && !ever;
      done.add(new Done(measure, amount, dated ? window.from() : null, dated ? window.to() : null));
    }
    return done;
  }

  private @Nullable Goal next(int rank) {
    if (rank == ladder.top()) {
      return null;
    }
    return goal(
        ladder.set().tiers().get(rank + 1),
        ladder.isCalendar() ? ladder.periodEnd(today) : null,
        ladder.window(today));
  }

  /** What the coming end of the tier will ask, looked at with what is done by now. */
  private @Nullable Goal keep() {
    Held held = place.held();
    if (held == null || held.until() == null || place.byHand()) {
      return null;
    }
    Tier tier = ladder.set().tiers().get(ladder.rank(held.tier()));
    LocalDate grace = place.grace();
    if (grace != null) {
      return goal(tier, grace, ladder.graceWindow(held.until(), grace));
    }
    boolean anew =
        ladder.set().keep() instanceof Keep.EndOfPeriod && ladder.set().up() == Up.AT_ONCE;
    return anew ? null : goal(tier, held.until(), ladder.window(held.until()));
  }

  private Goal goal(Tier tier, @Nullable LocalDate by, Window window) {
    List<Missing> missing = new ArrayList<>();
    for (Need need : tier.needs()) {
      missing.add(
          new Missing(need.measure(), need.atLeast(), ladder.done(place.climber, window, need)));
    }
    boolean reached =
        ladder.set().match() == Match.ANY
            ? missing.stream().anyMatch(one -> one.left() == 0)
            : missing.stream().allMatch(one -> one.left() == 0);
    return new Goal(tier, by, reached, missing);
  }
}
