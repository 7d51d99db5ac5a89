package club.vafa.earning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A purchase and its effects.
 *
 * @param id missing in a quote
 * @param due what remains to be paid after discounts and what wallets paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseView(
    @Nullable String id,
    String status,
    @Nullable String source,
    @Nullable String externalId,
    Instant occurredAt,
    @Nullable MemberView member,
    MoneyView total,
    MoneyView discount,
    MoneyView paidByWallets,
    MoneyView due,
    List<EffectView> effects,
    List<WalletView> wallets,
    List<NotAppliedView> notApplied) {

  /**
   * Whose purchase it is.
   *
   * @param tier in the club's first set of tiers, after this purchase
   * @param tiers by set, where there are several
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MemberView(String id, @Nullable String tier, @Nullable Map<String, String> tiers) {}

  /** What a wallet held when the activity was done. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WalletView(String unit, String active, String pending, @Nullable String owed) {}

  /** What nearly applied, or was asked for in vain. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NotAppliedView(
      @Nullable String campaign, @Nullable String rule, String code, String reason) {}
}
