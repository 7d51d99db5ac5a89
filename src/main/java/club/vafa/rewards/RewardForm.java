package club.vafa.rewards;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.rewards.RewardTerms.Limit;
import club.vafa.rewards.RewardTerms.MoneyPart;
import club.vafa.rewards.RewardTerms.Price;
import club.vafa.rewards.RewardTerms.Session;
import club.vafa.rewards.RewardTerms.Stock;
import club.vafa.rewards.RewardTerms.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reward as its owner writes it.
 *
 * @param kind discount, product, voucher, experience, cash_out, donation or partner
 * @param prices alternatives; without any it can be given but not claimed
 * @param fulfilment whether the club hands it over later; the points are held until then
 * @param fulfilWithinDays after which a claim that was not handed over goes back
 * @param cost what a piece costs the club
 */
public record RewardForm(
    @Nullable String code,
    RewardTerms.@Nullable Kind kind,
    @Nullable Map<String, @Nullable String> names,
    @Nullable Map<String, @Nullable String> descriptions,
    @Nullable String image,
    @Nullable List<@Nullable PriceIn> prices,
    @Nullable StockIn stock,
    @Nullable LimitIn limit,
    @Nullable VisibleIn visible,
    @Nullable VoucherForm voucher,
    @Nullable List<@Nullable SessionIn> sessions,
    @Nullable Boolean fulfilment,
    @Nullable Integer fulfilWithinDays,
    @Nullable Decimal cost) {
  private static final int MOST_PRICES = 10;
  private static final int MOST_SESSIONS = 500;
  private static final int MOST_DAYS = 3_650;
  private static final long MOST = 1_000_000_000L;

  /** A price, and by the code of a tier another amount. */
  public record PriceIn(
      @Nullable String unit,
      @Nullable Decimal amount,
      @Nullable Map<String, @Nullable Decimal> tiers,
      @Nullable MoneyPartIn money) {}

  /** A part in money; each step above the least saves so much of the unit. */
  public record MoneyPartIn(
      @Nullable Decimal min,
      @Nullable Decimal max,
      @Nullable Decimal step,
      @Nullable Decimal saves) {}

  public record StockIn(@Nullable Long total, @Nullable Long perPeriod, @Nullable Period period) {}

  public record LimitIn(@Nullable Long count, @Nullable Period period) {}

  public record VisibleIn(
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable List<@Nullable String> tiers,
      @Nullable List<@Nullable String> segments) {}

  public record SessionIn(@Nullable String code, @Nullable Instant at, @Nullable Long capacity) {}

  public static RewardForm of(Club club, String code, RewardTerms terms) {
    return new RewardWriter(club).form(code, terms);
  }

  /**
   * The reward, or everything that is wrong with it.
   *
   * @param tiers that may be named; null when any may
   */
  public Outcome<Rewards.Named> read(Club club, @Nullable Set<String> tiers) {
    Input input = new Input();
    Fields fields = new Fields(club, input);
    String name = fields.code("/code", code);
    RewardTerms.Kind what = input.required("/kind", kind);
    var called = fields.names(names);
    var described = fields.texts("/descriptions", descriptions, 2_000);
    var costs = prices(fields, tiers);
    var dates = sessions(fields);
    var shown = visible(fields, tiers);
    var some = stock(fields);
    var most = limit(fields);
    var gives = voucher == null ? null : voucher.read(fields);
    Integer within = within(input);
    String picture = input.optionalText("/image", image, 2_000);
    if (picture != null && !picture.startsWith("https://")) {
      input.refuse("/image", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "image"));
    }
    clash(input, what, within);
    if (input.faulty() || what == null) {
      return Outcome.refused(input.refusals());
    }
    return Outcome.done(
        new Rewards.Named(
            name,
            new RewardTerms(
                what,
                called,
                described,
                picture,
                costs,
                some,
                most,
                shown,
                gives,
                dates,
                within,
                fields.money("/cost", cost))));
  }

  /** What does not go together. */
  private void clash(Input input, RewardTerms.@Nullable Kind what, @Nullable Integer within) {
    if (voucher != null && within != null) {
      input.refuse("/fulfilment", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "fulfilment"));
    }
    if (what == RewardTerms.Kind.VOUCHER && voucher == null) {
      input.refuse("/voucher", InputCode.REQUIRED);
    }
    boolean experience = what == RewardTerms.Kind.EXPERIENCE;
    boolean dates = sessions != null && !sessions.isEmpty();
    if (dates && !experience) {
      input.refuse("/sessions", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "sessions"));
    }
  }

  private @Nullable Integer within(Input input) {
    if (!Boolean.TRUE.equals(fulfilment)) {
      if (fulfilWithinDays != null) {
        input.refuse("/fulfilWithinDays", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "days"));
      }
      return null;
    }
    if (fulfilWithinDays == null) {
      return 0;
    }
    if (fulfilWithinDays < 1 || fulfilWithinDays > MOST_DAYS) {
      input.refuse("/fulfilWithinDays", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_DAYS));
    }
    return fulfilWithinDays;
  }

  private List<Price> prices(Fields fields, @Nullable Set<String> known) {
    List<Price> read = new ArrayList<>();
    if (prices == null) {
      return read;
    }
    if (prices.size() > MOST_PRICES) {
      fields.input().refuse("/prices", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_PRICES));
      return read;
    }
    for (int at = 0; at < prices.size(); at++) {
      PriceIn price = fields.input().required("/prices/" + at, prices.get(at));
      if (price != null) {
        read.add(price(fields, price, "/prices/" + at, known));
      }
    }
    return read;
  }

  private static Price price(Fields fields, PriceIn in, String at, @Nullable Set<String> known) {
    Unit unit = fields.unit(at + "/unit", in.unit()).orElse(null);
    int decimals = unit == null ? 0 : unit.decimals();
    Input input = fields.input();
    long amount = fields.units(at + "/amount", in.amount(), decimals);
    Map<String, Long> tiers = new HashMap<>();
    if (in.tiers() != null) {
      in.tiers()
          .forEach((tier, value) -> {
            String place = at + "/tiers/" + Input.shortened(tier);
            fields.tier(place, tier, known);
            tiers.put(
                input.text(place, tier, 40),
                fields.bounded(
                    place,
                    input.notNegative(place, value == null ? null : value.value(), decimals)));
          });
    }
    MoneyPart money =
        in.money() == null ? null : money(fields, in.money(), at + "/money", decimals);
    return new Price(unit == null ? "" : unit.code(), amount, tiers, money);
  }

  private static MoneyPart money(Fields fields, MoneyPartIn in, String at, int decimals) {
    Input input = fields.input();
    Long least = fields.money(at + "/min", in.min());
    long min = least == null ? 0 : least;
    long max = fields.positiveMoney(at + "/max", in.max());
    long step = fields.positiveMoney(at + "/step", in.step());
    long saves = fields.units(at + "/saves", in.saves(), decimals);
    if (!input.faulty() && (max <= min || (max - min) % step != 0)) {
      input.refuse(at + "/max", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "money"));
    }
    return new MoneyPart(min, max, Math.max(1, step), saves);
  }

  private @Nullable Stock stock(Fields fields) {
    if (stock == null) {
      return null;
    }
    if (stock.total() == null && stock.perPeriod() == null) {
      fields.input().refuse("/stock/total", InputCode.REQUIRED);
      return null;
    }
    Long total = stock.total() == null ? null : fields.count("/stock/total", stock.total(), MOST);
    Long each =
        stock.perPeriod() == null
            ? null
            : fields.count("/stock/perPeriod", stock.perPeriod(), MOST);
    if (each != null && stock.period() == null) {
      fields.input().refuse("/stock/period", InputCode.REQUIRED);
    }
    return new Stock(total, each, stock.period() == null ? Period.EVER : stock.period());
  }

  private @Nullable Limit limit(Fields fields) {
    return limit == null
        ? null
        : new Limit(
            fields.count("/limit/count", limit.count(), MOST),
            limit.period() == null ? Period.EVER : limit.period());
  }

  private Visible visible(Fields fields, @Nullable Set<String> known) {
    if (visible == null) {
      return Visible.ALWAYS;
    }
    Instant from = fields.time("/visible/from", visible.from());
    Instant until = fields.time("/visible/until", visible.until());
    if (from != null && until != null && !until.isAfter(from)) {
      fields
          .input()
          .refuse("/visible/until", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "until"));
    }
    List<@Nullable String> named = visible.tiers() == null ? List.of() : visible.tiers();
    for (int at = 0; at < named.size(); at++) {
      String tier = named.get(at);
      if (tier != null) {
        fields.tier("/visible/tiers/" + at, tier, known);
      }
    }
    return new Visible(
        from,
        until,
        fields.codes("/visible/tiers", visible.tiers()),
        fields.codes("/visible/segments", visible.segments()));
  }

  private List<Session> sessions(Fields fields) {
    List<Session> read = new ArrayList<>();
    if (sessions == null) {
      return read;
    }
    Input input = fields.input();
    if (sessions.size() > MOST_SESSIONS) {
      input.refuse("/sessions", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_SESSIONS));
      return read;
    }
    Set<String> codes = new HashSet<>();
    for (int at = 0; at < sessions.size(); at++) {
      String pointer = "/sessions/" + at;
      SessionIn session = input.required(pointer, sessions.get(at));
      if (session != null) {
        String code = fields.code(pointer + "/code", session.code());
        Instant when = input.required(pointer + "/at", session.at());
        when = fields.time(pointer + "/at", when);
        long places = fields.count(pointer + "/capacity", session.capacity(), MOST);
        if (!codes.add(code)) {
          input.refuse(
              pointer + "/code", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "session"));
        }
        read.add(new Session(code, when == null ? Instant.EPOCH : when, places));
      }
    }
    return read;
  }
}
