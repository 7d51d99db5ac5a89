package club.vafa.campaigns;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code that can be handed in.
 *
 * @param member whom it is reserved to, or null
 * @param hard whether only that member may use it, rather than only see it among their coupons
 * @param until first instant at which this code is no longer valid, beside what its coupon says
 * @param heldUntil until when it is held for one sale
 * @param heldFor source and external id of that sale
 * @param purchase that redeemed it
 */
public record CouponCode(
    String code,
    Coupon coupon,
    State state,
    @Nullable MemberId member,
    boolean hard,
    @Nullable Instant until,
    @Nullable Instant heldUntil,
    @Nullable String heldFor,
    @Nullable UUID purchase) {

  /** Where a code is in its life; expired and reserved are what time and members make of it. */
  public enum State {
    ISSUED(1),
    ACTIVE(2),
    REDEEMED(3),
    CANCELLED(4);

    private final int number;

    State(int number) {
      this.number = number;
    }

    /** What the table keeps. */
    int number() {
      return number;
    }

    static State of(int number) {
      for (State state : values()) {
        if (state.number == number) {
          return state;
        }
      }
      throw new IllegalArgumentException("no state of a code has the number " + number);
    }
  }

  /** Whether it stands for itself alone rather than being the name of a coupon. */
  public boolean unique() {
    return coupon.kind() == Coupon.Kind.UNIQUE && !code.equals(coupon.code());
  }

  /** Whether it can be handed in at all: the name of unique codes is none of them. */
  public boolean usable() {
    return coupon.kind() == Coupon.Kind.SHARED || unique();
  }

  public boolean expired(Instant at) {
    Instant ends = coupon.until();
    return (until != null && !at.isBefore(until)) || (ends != null && !at.isBefore(ends));
  }

  public boolean started(Instant at) {
    Instant begins = coupon.from();
    return state != State.ISSUED && (begins == null || !at.isBefore(begins));
  }

  /** Whether another sale than this one holds it. */
  public boolean heldByAnother(String sale, Instant now) {
    return heldUntil != null && now.isBefore(heldUntil) && !sale.equals(heldFor);
  }

  /** The code before anything became of it: neither used nor held nor cancelled. */
  public CouponCode unused() {
    Coupon valid =
        new Coupon(
            coupon.id(),
            coupon.code(),
            coupon.kind(),
            coupon.names(),
            coupon.from(),
            coupon.until(),
            coupon.limits(),
            coupon.others(),
            coupon.givenBack(),
            false,
            coupon.createdAt());
    return new CouponCode(code, valid, State.ACTIVE, member, hard, until, null, null, null);
  }

  /** Redeemed by a purchase, or active again when that is null. */
  public CouponCode redeemed(@Nullable UUID by) {
    return new CouponCode(
        code,
        coupon,
        by == null ? State.ACTIVE : State.REDEEMED,
        member,
        hard,
        until,
        null,
        null,
        by);
  }
}
