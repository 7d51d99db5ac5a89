package club.vafa.rewards.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.rewards.Claim;
import club.vafa.rewards.Period;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.RewardTerms.MoneyPart;
import club.vafa.rewards.RewardTerms.Price;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.VoucherTerms.Benefit;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import club.vafa.ui.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rewards, claims and vouchers in the words of a page. */
public record RewardWords(Screen screen, Club club) {
  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** What counts, or what would once it is published. */
  static RewardTerms terms(Reward reward) {
    return Objects.requireNonNull(reward.published() == null ? reward.draft() : reward.published());
  }

  String name(Reward reward) {
    return terms(reward).name(screen.language());
  }

  String kind(RewardTerms terms) {
    return screen.text("rewards.kind." + lower(terms.kind()));
  }

  public Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (RewardTerms.Kind kind : RewardTerms.Kind.values()) {
      kinds.put(lower(kind), screen.text("rewards.kind." + lower(kind)));
    }
    return kinds;
  }

  public Map<String, String> units() {
    Map<String, String> units = new LinkedHashMap<>();
    club.units().forEach(unit -> units.put(unit.code(), unit.name(screen.language())));
    return units;
  }

  /** Everything a piece can be paid with, one of which is enough. */
  String prices(RewardTerms terms) {
    return terms.prices().isEmpty()
        ? screen.text("rewards.price.none")
        : terms.prices().stream()
            .map(this::price)
            .collect(Collectors.joining(" " + screen.text("rewards.price.or") + " "));
  }

  /** What members of a tier pay where that is another amount. */
  String price(Price price, String tier) {
    return units(price.unit(), price.tiers().getOrDefault(tier, price.amount()));
  }

  private String price(Price price) {
    String amount = units(price.unit(), price.amount());
    MoneyPart part = price.money();
    return part == null || part.min() == 0
        ? amount
        : screen.text("rewards.price.money", "units", amount, "money", screen.money(part.min()));
  }

  private String units(String code, long minor) {
    Optional<Unit> unit = club.unit(code);
    int decimals = unit.map(Unit::decimals).orElse(0);
    return amount(
        new Amount(minor, decimals),
        unit.map(one -> one.counted(screen.language(), minor)).orElse(code));
  }

  private String amount(Amount amount, String unit) {
    return screen.text("rewards.price.amount", "amount", screen.amount(amount), "unit", unit);
  }

  String stock(RewardTerms terms) {
    RewardTerms.Stock stock = terms.stock();
    if (stock == null) {
      return screen.text("rewards.stock.endless");
    }
    List<String> parts = new ArrayList<>();
    if (stock.total() != null) {
      parts.add(screen.text("rewards.stock.total", "count", stock.total()));
    }
    if (stock.perPeriod() != null) {
      parts.add(counted("rewards.stock.each", stock.perPeriod(), stock.period()));
    }
    return String.join(" · ", parts);
  }

  String limit(RewardTerms.Limit limit) {
    return screen.text(
        "rewards.limit.each", "count", limit.count(), "every", lower(limit.period()));
  }

  private String counted(String key, long count, Period period) {
    return screen.text(
        key, "count", count, "period", screen.text("rewards.period." + lower(period)));
  }

  /** When whoever claims it has it in hand. */
  String handing(RewardTerms terms) {
    Integer days = terms.fulfilWithin();
    if (days == null) {
      return screen.text("rewards.handing.at_once");
    }
    return days == 0
        ? screen.text("rewards.handing.later")
        : screen.text("rewards.handing.within", "days", days);
  }

  /** What a claim was paid with. */
  String paid(Claim claim) {
    Integer number = claim.unit();
    String units = number == null ? "" : units(club.unit(number).code(), claim.units());
    if (claim.money() == 0) {
      return units.isEmpty() ? screen.text("rewards.price.none") : units;
    }
    String money = screen.money(claim.money());
    return units.isEmpty()
        ? money
        : screen.text("rewards.price.money", "units", units, "money", money);
  }

  Mark mark(Reward reward) {
    String text = screen.text("rewards.state." + lower(reward.state()));
    return new Mark(text, reward.state() == Reward.State.LIVE ? Tone.GOOD : Tone.PLAIN);
  }

  Mark mark(Claim.State state) {
    Tone tone =
        switch (state) {
          case REQUESTED -> Tone.NOTICE;
          case FULFILLED -> Tone.GOOD;
          case FAILED, REVOKED, EXPIRED -> Tone.BAD;
        };
    return new Mark(screen.text("rewards.claim.state." + lower(state)), tone);
  }

  Mark mark(Voucher.State state) {
    Tone tone =
        switch (state) {
          case ACTIVE, PARTIALLY_REDEEMED -> Tone.GOOD;
          case ISSUED, RESERVED, REDEEMED -> Tone.PLAIN;
          case EXPIRED, CANCELLED, BLOCKED -> Tone.BAD;
        };
    return new Mark(screen.text("rewards.voucher.state." + lower(state)), tone);
  }

  /** What a voucher does at the till. */
  String benefit(@Nullable Benefit benefit) {
    return switch (benefit) {
      case null -> "";
      case Benefit.MoneyOff(long amount) ->
          screen.text("rewards.benefit.money", "money", screen.money(amount));
      case Benefit.PercentOff(long millionths, Long most) ->
          most == null
              ? screen.text("rewards.benefit.percent", "percent", percent(millionths))
              : screen.text(
                  "rewards.benefit.percent_most",
                  "percent",
                  percent(millionths),
                  "money",
                  screen.money(most));
      case Benefit.Goods(String sku, long quantity) ->
          screen.text(
              "rewards.benefit.goods",
              "quantity",
              screen.amount(new Amount(quantity, 3)),
              "sku",
              sku);
      case Benefit.Elsewhere() -> screen.text("rewards.benefit.elsewhere");
    };
  }

  private String percent(long millionths) {
    return screen.amount(new Amount(millionths, 4));
  }
}
