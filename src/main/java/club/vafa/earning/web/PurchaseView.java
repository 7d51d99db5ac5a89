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
 * @param payments from wallets and gift cards
 * @param cardsFunded gift cards that the sale put money on
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
    List<PaymentView> payments,
    @Nullable List<FundedView> cardsFunded,
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

  /**
   * A payment from a wallet or a gift card.
   *
   * @param units taken from the wallet
   * @param worth money for one whole unit, as the loyalty table had it
   * @param card the gift card, which its last four signs tell apart
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaymentView(
      String kind,
      @Nullable String unit,
      @Nullable String units,
      @Nullable String worth,
      @Nullable String card,
      @Nullable String lastFour,
      MoneyView amount,
      @Nullable Integer line) {}

  /** Money that a line of the sale put on a gift card. */
  public record FundedView(int line, String card, String lastFour, MoneyView amount) {}

  /** What a wallet held when the activity was done. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WalletView(String unit, String active, String pending, @Nullable String owed) {}

  /** What nearly applied, or was asked for in vain. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NotAppliedView(
      @Nullable String campaign, @Nullable String rule, String code, String reason) {}
}
