package club.vafa.earning;

import club.vafa.rewards.Issued;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An effect that was carried out, as it is kept with the activity that caused it. Amounts are minor
 * units of the unit for an award, of money for a discount, thousandths of a piece for a gift.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Given(
    Type type,
    UUID campaign,
    int version,
    String rule,
    @Nullable String unit,
    long wanted,
    long granted,
    @Nullable Instant availableAt,
    @Nullable String awaits,
    @Nullable Instant expiresAt,
    @Nullable Map<Integer, Long> byLine,
    @Nullable String sku,
    @Nullable String name,
    @Nullable List<Issued> vouchers) {

  /** What kind of effect. */
  public enum Type {
    EARN,
    DISCOUNT,
    GIFT,
    /** Of a reward whose code stands in {@code sku}. */
    VOUCHER
  }

  /** Which rule's award in which unit: what a return compares. */
  public record Key(UUID campaign, String rule, String unit) {}

  public Key key() {
    return new Key(campaign, rule, unit == null ? "" : unit);
  }
}
