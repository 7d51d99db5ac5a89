package club.vafa.campaigns;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A coupon of a club. */
public record CouponId(UUID value) {
  public static final String PREFIX = "cpn";

  public static Optional<CouponId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(CouponId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
