package club.vafa.rewards;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.rewards.RewardForm.LimitIn;
import club.vafa.rewards.RewardForm.MoneyPartIn;
import club.vafa.rewards.RewardForm.PriceIn;
import club.vafa.rewards.RewardForm.SessionIn;
import club.vafa.rewards.RewardForm.StockIn;
import club.vafa.rewards.RewardForm.VisibleIn;
import club.vafa.rewards.RewardTerms.MoneyPart;
import club.vafa.rewards.RewardTerms.Price;
import club.vafa.rewards.RewardTerms.Visible;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a reward the way its owner would; what is so by itself is left out. */
final class RewardWriter {
  private final Club club;

  RewardWriter(Club club) {
    this.club = club;
  }

  RewardForm form(String code, RewardTerms terms) {
    Integer within = terms.fulfilWithin();
    VoucherTerms voucher = terms.voucher();
    return new RewardForm(
        code,
        terms.kind(),
        texts(terms.names()),
        texts(terms.descriptions()),
        terms.image(),
        terms.prices().stream().<@Nullable PriceIn>map(this::price).toList(),
        terms.stock() == null
            ? null
            : new StockIn(
                terms.stock().total(), terms.stock().perPeriod(), period(terms.stock().period())),
        terms.limit() == null
            ? null
            : new LimitIn(terms.limit().count(), period(terms.limit().period())),
        visible(terms.visible()),
        voucher == null ? null : VoucherForm.of(club, voucher),
        terms.sessions().stream()
            .<@Nullable SessionIn>map(
                session -> new SessionIn(session.code(), session.at(), session.capacity()))
            .toList(),
        within == null ? null : true,
        within == null || within == 0 ? null : within,
        money(club, terms.cost()));
  }

  private static @Nullable Period period(Period period) {
    return period == Period.EVER ? null : period;
  }

  private static @Nullable VisibleIn visible(Visible visible) {
    return visible.equals(Visible.ALWAYS)
        ? null
        : new VisibleIn(
            visible.from(), visible.until(), list(visible.tiers()), list(visible.segments()));
  }

  private static List<@Nullable String> list(Collection<String> codes) {
    return codes.stream().sorted().<@Nullable String>map(code -> code).toList();
  }

  private PriceIn price(Price price) {
    int decimals = club.unit(price.unit()).map(Unit::decimals).orElse(0);
    Map<String, @Nullable Decimal> tiers = new TreeMap<>();
    price.tiers().forEach((tier, amount) -> tiers.put(tier, decimal(amount, decimals)));
    MoneyPart part = price.money();
    return new PriceIn(
        price.unit(),
        decimal(price.amount(), decimals),
        tiers,
        part == null
            ? null
            : new MoneyPartIn(
                part.min() == 0 ? null : money(club, part.min()),
                money(club, part.max()),
                money(club, part.step()),
                decimal(part.saves(), decimals)));
  }

  static Map<String, @Nullable String> texts(Map<Language, String> texts) {
    return new LinkedHashMap<>(Language.byCode(texts));
  }

  /** Without needless zeros. */
  static Decimal decimal(long minor, int decimals) {
    return new Decimal(new BigDecimal(Amount.plain(minor, decimals)));
  }

  static @Nullable Decimal money(Club club, @Nullable Long minor) {
    return minor == null ? null : decimal(minor, Money.decimals(club.currency()));
  }
}
