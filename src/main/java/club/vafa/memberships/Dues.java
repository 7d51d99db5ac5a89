package club.vafa.memberships;

import club.vafa.memberships.Membership.Dunning;
import club.vafa.memberships.Membership.Pause;
import club.vafa.memberships.Membership.State;
import club.vafa.memberships.PlanTerms.Renewal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a membership by itself: periods turn, grace and rest run out. */
final class Dues {
  private final Life life;

  Dues(Life life) {
    this.life = life;
  }

  /** The day something happens by itself next; null when nothing does. */
  @Nullable LocalDate dueOn() {
    return switch (life.state) {
      case PENDING, TRIAL, ACTIVE -> life.span.ends();
      case PAST_DUE -> life.dunning.graceEnds();
      case PAUSED -> life.pause.ends();
      case EXPIRED, CANCELLED -> null;
    };
  }

  @Nullable Instant dueAt() {
    LocalDate day = dueOn();
    return day == null ? null : start(day);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(life.club.zone()).toInstant();
  }

  /** Does what came due until today, in order, each as of its own day. */
  void bringUpTo(LocalDate today) {
    for (LocalDate due = dueOn(); due != null && !due.isAfter(today); due = dueOn()) {
      switch (life.state) {
        case PENDING, PAST_DUE -> {
          life.end(State.EXPIRED);
          life.note("expired", null, due);
        }
        case TRIAL, ACTIVE -> turn(due);
        case PAUSED -> {
          life.wake(due);
          life.note("resumed", null, due);
        }
        case EXPIRED, CANCELLED -> throw new IllegalStateException("nothing is due any more");
      }
    }
  }

  /** A period is over. */
  private void turn(LocalDate day) {
    life.pause = Pause.NONE;
    if (life.ahead != null) {
      life.span = life.ahead;
      life.ahead = null;
      life.state = State.ACTIVE;
      life.note("renewed", null, day);
    } else if (life.ending) {
      life.end(State.CANCELLED);
      life.note("cancelled", 0L, day);
    } else if (!goesOn()) {
      life.end(State.EXPIRED);
      life.note("expired", null, day);
    } else {
      life.span = life.next(day);
      if (life.span.fee() == 0) {
        life.state = State.ACTIVE;
        life.note("renewed", null, day);
      } else {
        life.state = State.PAST_DUE;
        life.dunning = new Dunning(0, day.plusDays(grace()));
        life.note("due", life.span.fee(), day);
      }
    }
  }

  /** Whether a period follows without anybody's doing. */
  private boolean goesOn() {
    PlanTerms terms = life.plan.terms();
    return life.plan.live() && (terms.fee() == 0 || terms.renewal() == Renewal.AUTOMATIC);
  }

  private int grace() {
    return Math.max(1, life.plan.terms().graceDays());
  }

  /**
   * Until when it gives what its plan entitles to, whether or not the schedule has run meanwhile;
   * null when it gives nothing.
   */
  @Nullable Instant coveredUntil() {
    if (!life.state.gives()) {
      return null;
    }
    LocalDate last = life.ahead == null ? life.span.ends() : life.ahead.ends();
    LocalDate graceEnds = life.dunning.graceEnds();
    if (life.state == State.PAST_DUE && graceEnds != null) {
      last = graceEnds;
    } else if (!life.ending && goesOn()) {
      last = last.plusDays(grace());
    }
    return start(last);
  }
}
