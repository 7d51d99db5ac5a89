package club.vafa.campaigns;

import club.vafa.kernel.Language;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coupon: what a campaign's {@code coupon} condition names, and who may use it when and how
 * often.
 *
 * @param code what the condition names, as codes are compared; of a shared coupon also what members
 *     hand in
 * @param from first instant, or null
 * @param until first instant at which it is no longer valid, or null
 * @param others how many other coupons it may be used with on one sale; null does not limit it
 * @param givenBack whether a return of the whole sale gives the use back
 */
public record Coupon(
    CouponId id,
    String code,
    Kind kind,
    Map<Language, String> names,
    @Nullable Instant from,
    @Nullable Instant until,
    List<Limit> limits,
    @Nullable Integer others,
    boolean givenBack,
    boolean cancelled,
    Instant createdAt) {

  public Coupon {
    names = Map.copyOf(names);
    limits = List.copyOf(limits);
  }

  /** Whether everybody hands in the same code. */
  public enum Kind {
    SHARED,
    UNIQUE
  }

  /**
   * How often it may be used.
   *
   * @param personal whether each member counts alone, or all together
   */
  public record Limit(boolean personal, Period period, long uses) {

    /** Its counter, which stands beside those of caps. */
    public Counter counter(CouponId coupon, LocalDate since) {
      return new Counter(coupon.value(), "", personal, period, since);
    }
  }
}
