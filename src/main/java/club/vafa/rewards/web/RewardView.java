package club.vafa.rewards.web;

import club.vafa.api.Problem;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.rewards.Offer;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.RewardTerms.MoneyPart;
import club.vafa.rewards.RewardTerms.Price;
import club.vafa.rewards.VoucherTerms;
import club.vafa.rewards.VoucherTerms.Benefit;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A reward as the API tells it.
 *
 * @param draft what would be published next
 * @param published what counts
 * @param offer what it is to a member, in answers about one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RewardView(
    String id,
    String code,
    String state,
    int version,
    @Nullable TermsView draft,
    @Nullable TermsView published,
    Instant createdAt,
    Instant changedAt,
    String changedBy,
    @Nullable OfferView offer) {

  /** Its terms, in the form they are written in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TermsView(
      String kind,
      Map<String, String> names,
      Map<String, String> descriptions,
      @Nullable String image,
      List<PriceView> prices,
      RewardTerms.@Nullable Stock stock,
      RewardTerms.@Nullable Limit limit,
      VisibleView visible,
      @Nullable VoucherTermsView voucher,
      List<RewardTerms.Session> sessions,
      boolean fulfilment,
      @Nullable Integer fulfilWithinDays,
      @Nullable String cost) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PriceView(
      String unit, String amount, Map<String, String> tiers, @Nullable MoneyPartView money) {}

  public record MoneyPartView(String min, String max, String step, String saves) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record VisibleView(
      @Nullable Instant from, @Nullable Instant until, Set<String> tiers, Set<String> segments) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record VoucherTermsView(
      @Nullable String pattern,
      boolean imported,
      @Nullable String money,
      @Nullable String percent,
      @Nullable String most,
      @Nullable String sku,
      @Nullable String quantity,
      String minimum,
      boolean keepsRest,
      @Nullable Integer days,
      @Nullable Instant until) {}

  /**
   * What it is to a member.
   *
   * @param claimable whether they could claim a piece now
   * @param why they cannot, whatever they have
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OfferView(
      boolean claimable, List<PayableView> prices, Problem.@Nullable Fault why) {}

  /** A price at the member's tier. */
  public record PayableView(String unit, String amount, boolean affordable, String missing) {}

  static RewardView of(Club club, Reward reward) {
    return of(club, reward, null);
  }

  static RewardView of(Club club, Reward reward, @Nullable OfferView offer) {
    return new RewardView(
        reward.id().toString(),
        reward.code(),
        reward.state().name().toLowerCase(Locale.ROOT),
        reward.version(),
        reward.draft() == null ? null : terms(club, reward.draft()),
        reward.published() == null ? null : terms(club, reward.published()),
        reward.createdAt(),
        reward.changedAt(),
        reward.changedBy(),
        offer);
  }

  static OfferView offer(Club club, Offer offer, Problem.@Nullable Fault why) {
    return new OfferView(
        offer.claimable(),
        offer.prices().stream()
            .map(price -> {
              int decimals = decimals(club, price.price().unit());
              return new PayableView(
                  price.price().unit(),
                  Amount.plain(price.amount(), decimals),
                  price.affordable(),
                  Amount.plain(price.missing(), decimals));
            })
            .toList(),
        why);
  }

  private static TermsView terms(Club club, RewardTerms terms) {
    Integer within = terms.fulfilWithin();
    return new TermsView(
        terms.kind().name().toLowerCase(Locale.ROOT),
        texts(terms.names()),
        texts(terms.descriptions()),
        terms.image(),
        terms.prices().stream().map(price -> price(club, price)).toList(),
        terms.stock(),
        terms.limit(),
        new VisibleView(
            terms.visible().from(),
            terms.visible().until(),
            new TreeSet<>(terms.visible().tiers()),
            new TreeSet<>(terms.visible().segments())),
        terms.voucher() == null ? null : voucher(club, terms.voucher()),
        terms.sessions(),
        within != null,
        within == null || within == 0 ? null : within,
        terms.cost() == null ? null : money(club, terms.cost()));
  }

  static Map<String, String> texts(Map<Language, String> texts) {
    Map<String, String> shown = new TreeMap<>();
    texts.forEach((language, text) -> shown.put(language.code(), text));
    return shown;
  }

  private static PriceView price(Club club, Price price) {
    int decimals = decimals(club, price.unit());
    Map<String, String> tiers = new TreeMap<>();
    price.tiers().forEach((tier, amount) -> tiers.put(tier, Amount.plain(amount, decimals)));
    MoneyPart part = price.money();
    return new PriceView(
        price.unit(),
        Amount.plain(price.amount(), decimals),
        tiers,
        part == null
            ? null
            : new MoneyPartView(
                money(club, part.min()),
                money(club, part.max()),
                money(club, part.step()),
                Amount.plain(part.saves(), decimals)));
  }

  private static VoucherTermsView voucher(Club club, VoucherTerms terms) {
    Benefit benefit = terms.benefit();
    return new VoucherTermsView(
        terms.pattern(),
        terms.pattern() == null,
        benefit instanceof Benefit.MoneyOff(long amount) ? money(club, amount) : null,
        benefit instanceof Benefit.PercentOff percent
            ? Amount.plain(percent.millionths(), 4)
            : null,
        benefit instanceof Benefit.PercentOff percent && percent.most() != null
            ? money(club, percent.most())
            : null,
        benefit instanceof Benefit.Goods goods ? goods.sku() : null,
        benefit instanceof Benefit.Goods goods ? Amount.plain(goods.quantity(), 3) : null,
        money(club, terms.minimum()),
        terms.keepsRest(),
        terms.days(),
        terms.until());
  }

  static String money(Club club, long minor) {
    return new Money(minor, club.currency()).amount();
  }

  private static int decimals(Club club, String unit) {
    return club.unit(unit).map(Unit::decimals).orElse(0);
  }
}
