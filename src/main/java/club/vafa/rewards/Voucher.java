package club.vafa.rewards;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voucher.
 *
 * @param code as it is compared, {@code shown} as people read it
 * @param version of the reward whose terms it keeps
 * @param member whose it is; null for one that whoever brings it may use
 * @param givenBy the purchase or event that gave it
 * @param usedBy the purchase that used it last
 * @param left what it can still give: money in minor units, else 1 or 0
 */
public record Voucher(
    VoucherId id,
    String code,
    String shown,
    RewardId reward,
    int version,
    State state,
    @Nullable MemberId member,
    @Nullable ClaimId claim,
    @Nullable BatchId batch,
    @Nullable UUID givenBy,
    @Nullable UUID usedBy,
    long left,
    Instant issuedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant reservedUntil,
    @Nullable String reservedFor) {

  /** The states, with the numbers they are stored by. */
  public enum State {
    ISSUED(1),
    ACTIVE(2),
    RESERVED(3),
    PARTIALLY_REDEEMED(4),
    REDEEMED(5),
    EXPIRED(6),
    CANCELLED(7),
    BLOCKED(8);

    private final int number;

    State(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    static State of(int number) {
      for (State state : values()) {
        if (state.number == number) {
          return state;
        }
      }
      throw new IllegalArgumentException("no state of a voucher has the number " + number);
    }
  }

  /** What changes in the life of a voucher. */
  Voucher with(State next, long nowLeft, @Nullable UUID by) {
    return new Voucher(
        id, code, shown, reward, version, next, member, claim, batch, givenBy, by, nowLeft,
        issuedAt, expiresAt, null, null);
  }

  Voucher in(State next) {
    return with(next, left, usedBy);
  }

  /** The same code in somebody's hands. */
  Voucher handedTo(Owner owner, @Nullable Instant ends) {
    return new Voucher(
        id,
        code,
        shown,
        reward,
        version,
        State.ACTIVE,
        owner.member(),
        owner.claim(),
        batch,
        owner.document(),
        null,
        left,
        owner.at(),
        sooner(expiresAt, ends),
        null,
        null);
  }

  Voucher reserved(Instant until, String whom) {
    return new Voucher(
        id,
        code,
        shown,
        reward,
        version,
        State.RESERVED,
        member,
        claim,
        batch,
        givenBy,
        usedBy,
        left,
        issuedAt,
        expiresAt,
        until,
        whom);
  }

  /** Into whose hands a voucher goes, and by what. */
  record Owner(MemberId member, @Nullable ClaimId claim, @Nullable UUID document, Instant at) {}

  boolean endedBy(Instant when) {
    return expiresAt != null && !expiresAt.isAfter(when);
  }

  private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
