package club.vafa.earning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return and what it undid.
 *
 * @param refund what was paid for the goods after discounts, wallet payments included
 * @param policy how far awards are taken back: pending_only, within_balance or may_owe
 * @param whole whether nothing of the purchase is left
 * @param taken awards the sale would not have made without these goods
 * @param gaveBack wallet payments that came back, usable or of awards that have ended
 * @param cardsBack what went back to gift cards that had paid
 * @param counters uses of caps and budgets that are free again
 * @param effects of campaigns that returns set off
 * @param vouchers handed in with the sale or given by it: returned, expired, cancelled or used
 * @param stampCards that the sale had filled
 * @param tiers sets in which the member stands elsewhere now; missing when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnView(
    String id,
    String purchase,
    String externalId,
    Instant occurredAt,
    PurchaseView.@Nullable MemberView member,
    MoneyView refund,
    String policy,
    boolean whole,
    List<LineView> lines,
    List<TakenView> taken,
    List<GaveBackView> gaveBack,
    List<GiftBackView> cardsBack,
    List<CounterView> counters,
    List<EffectView> effects,
    List<PurchaseView.WalletView> wallets,
    @Nullable List<VoucherBackView> vouchers,
    @Nullable List<CardBackView> stampCards,
    @Nullable List<TierView> tiers) {

  public record VoucherBackView(String id, String code, String state) {}

  /** How many fillings were undone and how many not, and the stamps that came back. */
  public record CardBackView(String card, long undone, long kept, String usable, String expired) {}

  public record LineView(int line, String quantity) {}

  public record TakenView(
      String unit,
      String wanted,
      String pending,
      String active,
      String owed,
      String forgone,
      String campaign,
      int version,
      String rule) {}

  public record GaveBackView(String unit, String usable, String expired) {}

  public record GiftBackView(String card, String lastFour, MoneyView usable, MoneyView expired) {}

  /** A tier that the goods which came back had brought. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ReturnedTier")
  public record TierView(String set, @Nullable String before, @Nullable String tier) {}

  public record CounterView(String campaign, String rule, long uses) {}
}
