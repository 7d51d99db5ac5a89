package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership as it stands.
 *
 * @param trial whether it began with a trial
 * @param span the period that runs
 * @param ahead the next period, when its fee was paid before it began
 * @param rhythm where periods are counted from
 * @param dunning what is known of an unpaid fee, while it is past due or pending
 * @param pause how it rests
 * @param ending whether it ends with its period
 * @param refund what is to be given back after a cancellation, minor units
 */
public record Membership(
    MembershipId id,
    MemberId member,
    PlanId plan,
    State state,
    boolean trial,
    Span span,
    @Nullable Span ahead,
    Rhythm rhythm,
    Dunning dunning,
    Pause pause,
    boolean ending,
    long refund,
    Instant joinedAt) {

  /** Where a membership is in its life. */
  public enum State {
    /** Joined, and the first fee is awaited; nothing is given yet. */
    PENDING,
    TRIAL,
    ACTIVE,
    /** The fee of the period is unpaid, and the grace runs. */
    PAST_DUE,
    PAUSED,
    /** Ended for want of a fee, or with its plan. */
    EXPIRED,
    CANCELLED;

    /** Whether it may still go on. */
    public boolean open() {
      return this != EXPIRED && this != CANCELLED;
    }

    /** Whether it gives what its plan entitles to. */
    boolean gives() {
      return this == TRIAL || this == ACTIVE || this == PAST_DUE;
    }
  }

  /**
   * One period.
   *
   * @param ends the first day that it does not cover
   * @param version the plan's version it runs under
   * @param fee minor units
   * @param paid the fee, or nothing as long as it is unpaid
   */
  public record Span(
      int number,
      LocalDate begins,
      LocalDate ends,
      int version,
      boolean trial,
      long fee,
      long paid) {
    Span to(LocalDate later) {
      return new Span(number, begins, later, version, trial, fee, paid);
    }

    Span moved(long days) {
      return new Span(
          number, begins.plusDays(days), ends.plusDays(days), version, trial, fee, paid);
    }

    Span settled() {
      return new Span(number, begins, ends, version, trial, fee, fee);
    }
  }

  /** The day periods are counted from and how many have been: none drifts to shorter months. */
  public record Rhythm(LocalDate anchor, int steps) {}

  /** How many payments failed, and the first day without benefits. */
  public record Dunning(int tries, @Nullable LocalDate graceEnds) {
    static final Dunning NONE = new Dunning(0, null);
  }

  /** Since when it rests, until when at most, and how many days of the period it rested before. */
  public record Pause(@Nullable LocalDate since, @Nullable LocalDate ends, int days) {
    static final Pause NONE = new Pause(null, null, 0);
  }

  /** A membership that waits for its first fee, as long as the plan's grace is. */
  static Membership awaiting(MembershipId id, Wish wish, Plan plan, Club club) {
    LocalDate today = club.day(wish.at());
    LocalDate lapses = today.plusDays(Math.max(1, plan.terms().graceDays()));
    return new Membership(
        id,
        wish.member(),
        plan.id(),
        State.PENDING,
        false,
        new Span(1, today, lapses, plan.version(), false, plan.terms().fee(), 0),
        null,
        new Rhythm(today, 0),
        Dunning.NONE,
        Pause.NONE,
        false,
        0,
        wish.at());
  }

  /** Who wants to join, at which moment. */
  record Wish(MemberId member, Instant at) {}

  /** One change of a membership: what happened, to which state, by whom. */
  public record Change(
      UUID id, String kind, State state, @Nullable Long amount, String actor, Instant at) {}
}
