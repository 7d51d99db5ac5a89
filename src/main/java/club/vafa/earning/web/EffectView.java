package club.vafa.earning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An effect of an activity.
 *
 * @param type earn, stamp, discount, gift, voucher, stamp_card or tier
 * @param status of an award: active, pending, or none when a cap left nothing
 * @param lines of a discount: its share of each line it fell on
 * @param campaign missing, like version and rule, when no campaign did it
 * @param reward code of the reward the vouchers are for
 * @param vouchers given, or the one that was used
 * @param card code of the stamp card that was stamped
 * @param completed how often the card was filled; {@code stamps} are now on it, of so many
 * @param set in which the member rose to a tier, kept until its last day if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectView(
    String type,
    @Nullable String unit,
    @Nullable String wanted,
    @Nullable String granted,
    @Nullable String status,
    @Nullable Instant availableAt,
    @Nullable String awaits,
    @Nullable Instant expiresAt,
    @Nullable String currency,
    @Nullable List<LineShare> lines,
    @Nullable String sku,
    @Nullable String name,
    @Nullable String quantity,
    @Nullable String campaign,
    @Nullable Integer version,
    @Nullable String rule,
    String reason,
    @Nullable String reward,
    @Nullable List<VoucherShown> vouchers,
    @Nullable String card,
    @Nullable Long completed,
    @Nullable String stamps,
    @Nullable String of,
    @Nullable String set,
    @Nullable String tier,
    @Nullable String before,
    @Nullable LocalDate until) {

  /**
   * A voucher.
   *
   * @param code missing in a quote, which gives nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record VoucherShown(String id, @Nullable String code, @Nullable Instant expiresAt) {}

  /** What of a discount fell on a line. */
  public record LineShare(int line, String amount) {}
}
