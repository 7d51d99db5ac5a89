package club.vafa.campaigns.web;

import club.vafa.campaigns.Coupon;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A coupon as the API tells it; see {@link club.vafa.campaigns.CouponForm}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CouponView(
    String id,
    String code,
    String kind,
    Map<String, String> name,
    @Nullable Instant from,
    @Nullable Instant until,
    List<LimitView> limits,
    @Nullable Integer others,
    String returns,
    String state,
    Instant createdAt) {

  /** How often it may be used. */
  public record LimitView(String per, String period, long uses) {}

  static CouponView of(Coupon coupon) {
    Map<String, String> name = new TreeMap<>();
    coupon.names().forEach((language, text) -> name.put(language.code(), text));
    return new CouponView(
        coupon.id().toString(),
        coupon.code(),
        coupon.kind().name().toLowerCase(Locale.ROOT),
        name,
        coupon.from(),
        coupon.until(),
        coupon.limits().stream()
            .map(limit ->
                new LimitView(
                    limit.personal() ? "member" : "all",
                    limit.period().name().toLowerCase(Locale.ROOT),
                    limit.uses()))
            .toList(),
        coupon.others(),
        coupon.givenBack() ? "give_back" : "keep",
        coupon.cancelled() ? "cancelled" : "active",
        coupon.createdAt());
  }
}
