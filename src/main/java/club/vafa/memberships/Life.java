package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Refusal;
import club.vafa.memberships.Membership.Dunning;
import club.vafa.memberships.Membership.Pause;
import club.vafa.memberships.Membership.Rhythm;
import club.vafa.memberships.Membership.Span;
import club.vafa.memberships.Membership.State;
import club.vafa.memberships.PlanTerms.Cancelling;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of one membership. Its operations change it in memory and note what happened; no
 * operation asks the database or the clock.
 *
 * <p>A worked number: Sara joins on 31 January for 30 a month with 14 days of trial. The trial ends
 * on 14 February; her first month is paid and runs from 14 February to 14 March. On 24 February she
 * cancels at once: of 28 days 17 are left after this one, so 30.00 × 17 / 28 = 18.21 comes back.
 */
final class Life {
  private static final int EARLIEST = 30;

  final Club club;
  final Plan plan;
  private final IntFunction<PlanTerms> versions;
  private final Membership before;
  State state;
  private boolean trial;
  Span span;
  @Nullable Span ahead;
  private Rhythm rhythm;
  Dunning dunning;
  Pause pause;
  boolean ending;
  private long refund;
  private final List<Noted> noted = new ArrayList<>();

  /**
   * @param plan as it stands now; what a running period is under may be an older version of it
   */
  Life(Club club, Plan plan, IntFunction<PlanTerms> versions, Membership before) {
    this.club = club;
    this.plan = plan;
    this.versions = versions;
    this.before = before;
    this.state = before.state();
    this.trial = before.trial();
    this.span = before.span();
    this.ahead = before.ahead();
    this.rhythm = before.rhythm();
    this.dunning = before.dunning();
    this.pause = before.pause();
    this.ending = before.ending();
    this.refund = before.refund();
  }

  /** Something that happened; at the beginning of its day when it came by itself. */
  record Noted(String kind, State state, @Nullable Long amount, @Nullable Instant at) {}

  Membership after() {
    return new Membership(
        before.id(),
        before.member(),
        before.plan(),
        state,
        trial,
        span,
        ahead,
        rhythm,
        dunning,
        pause,
        ending,
        refund,
        before.joinedAt());
  }

  List<Noted> noted() {
    return noted;
  }

  private void note(String kind, @Nullable Long amount) {
    noted.add(new Noted(kind, state, amount, null));
  }

  void note(String kind, @Nullable Long amount, LocalDate day) {
    noted.add(new Noted(kind, state, amount, day.atStartOfDay(club.zone()).toInstant()));
  }

  private PlanTerms terms() {
    return versions.apply(span.version());
  }

  /** Begins what was just joined: with the trial, or at once when there is nothing to pay. */
  void begin(LocalDate today, boolean mayTry) {
    PlanTerms terms = plan.terms();
    note("joined", null);
    if (mayTry && terms.trialDays() > 0) {
      trial = true;
      state = State.TRIAL;
      span = new Span(1, today, today.plusDays(terms.trialDays()), plan.version(), true, 0, 0);
      rhythm = new Rhythm(span.ends(), 0);
      note("trial_begun", null);
    } else if (terms.fee() == 0) {
      first(today);
      note("renewed", null);
    }
  }

  private void first(LocalDate today) {
    rhythm = new Rhythm(today, 0);
    span = next(today).settled();
    state = State.ACTIVE;
    dunning = Dunning.NONE;
  }

  /** The period that begins then, under the plan as it is now. */
  Span next(LocalDate begins) {
    PlanTerms terms = plan.terms();
    if (!terms.period().equals(terms().period())) {
      // The plan's periods became longer or shorter: the count starts anew from here.
      rhythm = new Rhythm(begins, 0);
    }
    LocalDate ends = terms.period().after(club, rhythm.anchor(), rhythm.steps() + 1);
    rhythm = new Rhythm(rhythm.anchor(), rhythm.steps() + 1);
    int number = state == State.PENDING ? 1 : span.number() + 1;
    return new Span(number, begins, ends, plan.version(), false, terms.fee(), 0);
  }

  /** The fee that a payment now would be for; refused when nothing is to be paid. */
  Outcome<Long> fee(LocalDate today) {
    return switch (state) {
      case PENDING -> plan.live() ? Outcome.done(plan.terms().fee()) : planEnded();
      case PAST_DUE -> Outcome.done(span.fee());
      case TRIAL, ACTIVE -> feeAhead(today);
      case PAUSED, EXPIRED, CANCELLED -> notNow();
    };
  }

  private Outcome<Long> feeAhead(LocalDate today) {
    if (ending) {
      return Outcome.refused(Refusal.of(MembershipCode.MEMBERSHIP_ENDING));
    }
    if (!plan.live()) {
      return planEnded();
    }
    LocalDate from = earliest(ahead == null ? span : ahead);
    if (ahead != null || today.isBefore(from)) {
      return Outcome.refused(
          Refusal.at("", MembershipCode.MEMBERSHIP_NOT_DUE, Map.of("date", from.toString())));
    }
    return Outcome.done(plan.terms().fee());
  }

  /** In the last 30 days of a period, but not in its first half; in a trial always. */
  private static LocalDate earliest(Span last) {
    long half = ChronoUnit.DAYS.between(last.begins(), last.ends()) / 2;
    return last.trial() ? last.begins() : last.ends().minusDays(Math.min(EARLIEST, half));
  }

  private static <T> Outcome<T> planEnded() {
    return Outcome.refused(Refusal.of(MembershipCode.PLAN_ENDED));
  }

  private <T> Outcome<T> notNow() {
    return Outcome.refused(
        Refusal.at(
            "",
            MembershipCode.MEMBERSHIP_STATE,
            Map.of("state", state.name().toLowerCase(Locale.ROOT))));
  }

  /** Settles what {@link #fee} told. */
  void pay(LocalDate today, long amount) {
    switch (state) {
      case PENDING -> first(today);
      case PAST_DUE -> {
        span = span.settled();
        state = State.ACTIVE;
        dunning = Dunning.NONE;
      }
      case TRIAL, ACTIVE, PAUSED, EXPIRED, CANCELLED -> {
        ahead = next(span.ends()).settled();
      }
    }
    note("paid", amount);
  }

  /** The number of the period a payment now is for. */
  int owing() {
    return state == State.TRIAL || state == State.ACTIVE ? span.number() + 1 : span.number();
  }

  /** A payment failed: once too often ends it before the grace does. */
  void fail() {
    boolean owes = state == State.PENDING || state == State.PAST_DUE;
    if (owes) {
      dunning = new Dunning(dunning.tries() + 1, dunning.graceEnds());
    }
    note("payment_failed", null);
    if (owes && dunning.tries() >= Math.max(1, terms().tries())) {
      end(State.EXPIRED);
      note("expired", null);
    }
  }

  Outcome<Life> pause(LocalDate today, int days) {
    if (state != State.ACTIVE) {
      return notNow();
    }
    int left = terms().pauseDays() - pause.days();
    if (days < 1 || days > left) {
      return Outcome.refused(
          Refusal.at("/days", MembershipCode.PAUSE_TOO_LONG, Map.of("left", Math.max(0, left))));
    }
    state = State.PAUSED;
    pause = new Pause(today, today.plusDays(days), pause.days());
    note("paused", null);
    return Outcome.done(this);
  }

  Outcome<Life> resume(LocalDate today) {
    if (state != State.PAUSED) {
      return notNow();
    }
    wake(today);
    note("resumed", null);
    return Outcome.done(this);
  }

  /** The days it rested come after; periods are counted from their new end. */
  void wake(LocalDate day) {
    LocalDate since = pause.since() == null ? day : pause.since();
    int days = Math.toIntExact(ChronoUnit.DAYS.between(since, day));
    span = span.to(span.ends().plusDays(days));
    ahead = ahead == null ? null : ahead.moved(days);
    rhythm = new Rhythm(ahead == null ? span.ends() : ahead.ends(), 0);
    pause = new Pause(null, null, pause.days() + days);
    state = State.ACTIVE;
  }

  Outcome<Life> cancel(LocalDate today, boolean atOnce) {
    if (!state.open()) {
      return notNow();
    }
    boolean unpaid = state == State.PENDING || state == State.PAST_DUE;
    if (!atOnce && !unpaid) {
      ending = true;
      note("cancel_planned", null);
      return Outcome.done(this);
    }
    boolean bound = terms().cancelling() == Cancelling.PERIOD_END;
    if (bound && !unpaid && state != State.TRIAL) {
      return Outcome.refused(Refusal.at("/when", MembershipCode.CANCEL_AT_END_ONLY));
    }
    refund = unpaid ? 0 : Math.addExact(left(today), ahead == null ? 0 : ahead.paid());
    end(State.CANCELLED);
    note("cancelled", refund);
    return Outcome.done(this);
  }

  /** What was paid for the days after this one, rounded down to the minor unit. */
  private long left(LocalDate today) {
    LocalDate last = pause.since() == null ? today : pause.since().minusDays(1);
    long days = ChronoUnit.DAYS.between(span.begins(), span.ends()) - pause.days();
    long left = Math.clamp(ChronoUnit.DAYS.between(last.plusDays(1), span.ends()), 0, days);
    return Rate.divide(span.paid(), left, days, RoundingMode.DOWN);
  }

  /** Ends it for a reason that is not its own. */
  void drop(String why) {
    end(State.CANCELLED);
    note(why, null);
  }

  void end(State how) {
    state = how;
    dunning = new Dunning(dunning.tries(), null);
    pause = new Pause(null, null, pause.days());
  }
}
