package club.vafa.tiers;

import club.vafa.tiers.Ladder.Window;
import club.vafa.tiers.TierSet.Down;
import club.vafa.tiers.TierSet.Keep;
import club.vafa.tiers.TierSet.Up;
import java.time.LocalDate;

/** What a day on which something is due does to a member's place. */
final class Turn {
  private final Place place;
  private final Ladder ladder;

  Turn(Place place) {
    this.place = place;
    this.ladder = place.ladder;
  }

  void step(LocalDate day) {
    place.reach(day);
    place.endGiven(day);
    Held held = place.held();
    LocalDate grace = place.grace();
    if (held != null && grace != null && grace.isBefore(day)) {
      endOfGrace(held, grace);
    } else if (held != null && held.until() != null && grace == null && held.over(day)) {
      endOfTurn(held, held.until());
    }
    rise(day);
  }

  private void rise(LocalDate day) {
    if (ladder.set().up() == Up.AT_ONCE) {
      int reached = ladder.qualified(place.climber, day);
      if (reached > place.rank()) {
        place.push(reached, ladder.keepUntil(day), ladder.window(day), ladder.start(day));
      }
    } else if (ladder.periodStart(day).equals(day)) {
      Window over = ladder.window(day.minusDays(1));
      int reached = ladder.qualified(place.climber, over);
      if (reached > place.rank()) {
        place.push(reached, ladder.keepUntil(day), over, ladder.start(day));
      }
    }
  }

  private void endOfTurn(Held held, LocalDate last) {
    boolean anew =
        ladder.set().keep() instanceof Keep.EndOfPeriod && ladder.set().up() == Up.AT_ONCE;
    Window window = ladder.window(anew ? last.plusDays(1) : last);
    int reached = ladder.qualified(place.climber, window);
    int rank = ladder.rank(held.tier());
    if (reached >= rank) {
      keep(held.kept(ladder.nextUntil(last), window.from(), window.to()), last);
    } else if (ladder.set().down() == Down.NEVER) {
      keep(held.kept(null, null, null), last);
    } else if (ladder.set().grace() > 0) {
      place.grace(last.plusDays(ladder.set().grace()));
      place.record(Reason.GRACE, ladder.start(last.plusDays(1)));
    } else {
      lower(reached, last);
    }
  }

  private void endOfGrace(Held held, LocalDate last) {
    LocalDate until = held.until() == null ? last : held.until();
    Window window = ladder.graceWindow(until, last);
    int reached = ladder.qualified(place.climber, window);
    place.grace(null);
    if (reached >= ladder.rank(held.tier())) {
      keep(held.kept(ladder.nextUntil(until), window.from(), window.to()), last);
    } else {
      lower(reached, last);
    }
  }

  private void keep(Held kept, LocalDate last) {
    place.renew(kept);
    place.record(Reason.KEPT, ladder.start(last.plusDays(1)));
  }

  /** One step or as far as it goes, never below what was done for and what still runs. */
  private void lower(int reached, LocalDate last) {
    int rank = place.rank();
    int lower =
        ladder.set().down() == Down.ONE_STEP
            ? Math.max(reached, rank - 1)
            : Math.min(reached, rank);
    LocalDate day = last.plusDays(1);
    place.earned().removeIf(held -> ladder.rank(held.tier()) > lower || held.over(day));
    if (lower > ladder.base()) {
      LocalDate until = ladder.nextUntil(last);
      Held below = place.held();
      if (below != null && ladder.rank(below.tier()) == lower) {
        place.earned().removeLast();
        until = Ladder.later(until, below.until());
      }
      boolean deserved = reached >= lower;
      Window window = ladder.window(last);
      place
          .earned()
          .add(
              new Held(
                  Ladder.text(ladder.code(lower)),
                  until,
                  deserved ? window.from() : null,
                  deserved ? window.to() : null,
                  ladder.start(day),
                  null));
    }
    place.record(Reason.LOWERED, ladder.start(day));
  }
}
