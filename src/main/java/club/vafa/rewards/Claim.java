package club.vafa.rewards;

import club.vafa.kernel.MemberId;
import club.vafa.ledger.HoldId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's claim of a reward.
 *
 * @param session of an experience, else empty
 * @param unit number of the unit it was paid with; null when it cost none
 * @param units what it cost of it, minor units, and {@code money} what of it was paid in money
 * @param hold on the units while the club has not handed it over
 * @param since first day of the period whose stock it was taken from
 * @param dueAt until when the club has to hand it over; null when it did, or may take its time
 */
public record Claim(
    ClaimId id,
    MemberId member,
    RewardId reward,
    int version,
    long quantity,
    String session,
    @Nullable Integer unit,
    long units,
    long money,
    State state,
    @Nullable HoldId hold,
    LocalDate since,
    Instant claimedAt,
    @Nullable Instant dueAt) {

  /** Where it is in its life. */
  public enum State {
    REQUESTED,
    FULFILLED,
    FAILED,
    REVOKED,
    EXPIRED
  }

  Claim in(State next) {
    return new Claim(
        id, member, reward, version, quantity, session, unit, units, money, next, hold, since,
        claimedAt, null);
  }

  /**
   * What became of it once.
   *
   * @param usable units that came back to their lots and count again
   * @param expired units whose lots had ended meanwhile
   */
  public record Step(
      State state, Instant at, String actor, @Nullable String reason, long usable, long expired) {}
}
