package club.vafa.campaigns;

import club.vafa.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A coupon to define, its form checked; see {@link Coupon}. */
public record NewCoupon(
    String code,
    Coupon.Kind kind,
    Map<Language, String> names,
    @Nullable Instant from,
    @Nullable Instant until,
    List<Coupon.Limit> limits,
    @Nullable Integer others,
    boolean givenBack,
    String actor) {

  /** The coupon it becomes, in force. */
  Coupon as(CouponId id, Instant createdAt) {
    return new Coupon(
        id,
        Coupons.plain(code),
        kind,
        names,
        from,
        until,
        limits,
        others,
        givenBack,
        false,
        createdAt);
  }
}
