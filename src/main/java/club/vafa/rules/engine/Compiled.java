package club.vafa.rules.engine;

import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.amount.Basis.Target;
import club.vafa.rules.amount.Fixed;
import club.vafa.rules.amount.Multiplier;
import club.vafa.rules.amount.Reckoning;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.Coupons;
import club.vafa.rules.condition.Minimum;
import club.vafa.rules.condition.Not;
import club.vafa.rules.condition.OfMatched;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.condition.Test;
import club.vafa.rules.effect.CheapestFree;
import club.vafa.rules.effect.Discount;
import club.vafa.rules.effect.Earn;
import club.vafa.rules.effect.Effect;
import club.vafa.rules.effect.Gift;
import club.vafa.rules.effect.Stamp;
import club.vafa.rules.effect.Voucher;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Campaigns and rules made ready to be run. */
final class Compiled {
  /** Higher priority first; then by code, so that the order never depends on when it was saved. */
  static final Comparator<LiveCampaign> ORDER =
      Comparator.comparingInt((LiveCampaign live) -> -live.definition().priority())
          .thenComparing(live -> live.definition().code())
          .thenComparing(LiveCampaign::id);

  private static final Test[] NO_TESTS = {};

  private Compiled() {}

  /** The coupons that conditions ask for, as they are compared. */
  static List<String> coupons(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> !(condition instanceof Not))
        .flatMap(condition ->
            condition instanceof Coupons named
                ? named.plain().stream()
                : coupons(condition.parts()).stream())
        .toList();
  }

  /**
   * A campaign.
   *
   * @param ordinal its place in the order
   */
  record Campaign(
      int ordinal,
      LiveCampaign live,
      @Nullable Instant from,
      @Nullable Instant until,
      boolean exclusive,
      String lane,
      List<Limit> limits) {

    static Campaign of(int ordinal, LiveCampaign live) {
      CampaignDefinition definition = live.definition();
      return new Campaign(
          ordinal,
          live,
          definition.from() == null ? null : definition.from().toInstant(),
          definition.until() == null ? null : definition.until().toInstant(),
          definition.exclusive(),
          definition.lane(),
          Limit.of(live.id(), definition));
    }

    /** Each compiled campaign is itself alone; comparing definitions would take long. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return ordinal;
    }

    boolean runs(Instant at) {
      return (from == null || at.compareTo(from) >= 0)
          && (until == null || at.compareTo(until) < 0);
    }
  }

  /** An award in a unit. */
  record Award(UnitInfo unit, Reckoning amount, Target target) {
    @Nullable Multiplier multiplier() {
      return amount instanceof Multiplier multiplier ? multiplier : null;
    }
  }

  /**
   * A rule.
   *
   * @param ordinal its place in the order of its program
   * @param key how the index finds it; null when it is always looked at
   * @param whole conditions on the activity as a whole; first those the index has answered
   * @param answered how many the index has answered
   * @param narrowing conditions asked of each line
   * @param after conditions judged once it is known which lines are left
   * @param off discounts, in order
   * @param gifts goods and vouchers given free, ready to be handed out
   * @param limits its own and its campaign's
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Rule(
      int ordinal,
      Campaign campaign,
      CampaignDefinition.Rule definition,
      Source source,
      Selector.@Nullable Key key,
      int answered,
      Test[] whole,
      Test[] narrowing,
      List<Condition> after,
      Test[] afterTests,
      List<Effect> off,
      List<Award> awards,
      List<Award> multipliers,
      List<Gifts.Free> gifts,
      List<Limit> limits) {

    /** The goods that the narrowing conditions leave. */
    int[] lines(Scene scene) {
      int[] all = scene.goods();
      if (narrowing.length == 0) {
        return all;
      }
      int[] left = new int[all.length];
      int count = 0;
      for (int line : all) {
        boolean holds = true;
        for (Test test : narrowing) {
          holds &= test.holds(scene, line);
        }
        if (holds) {
          left[count++] = line;
        }
      }
      return count == left.length ? left : Arrays.copyOf(left, count);
    }

    static Rule of(
        int ordinal, Campaign campaign, CampaignDefinition.Rule rule, Vocabulary vocabulary) {
      List<Condition> after = rule.when().stream().filter(OfMatched.class::isInstance).toList();
      List<Condition> before =
          rule.when().stream().filter(condition -> !(condition instanceof OfMatched)).toList();
      Selector.Key key = Selector.best(before);
      List<Condition> answered = key == null || !key.certain() ? List.of() : List.of(key.of());
      List<Condition> whole =
          before.stream()
              .filter(condition -> !condition.narrows() && !answered.contains(condition))
              .toList();
      List<Effect> off =
          rule.then().stream()
              .filter(effect -> effect instanceof Discount || effect instanceof CheapestFree)
              .toList();
      List<Award> awards =
          rule.then().stream().flatMap(effect -> award(effect, vocabulary)).toList();
      Source source = new Source(campaign.live().id(), campaign.live().version(), rule.code());
      return new Rule(
          ordinal,
          campaign,
          rule,
          source,
          key,
          answered.size(),
          tests(Stream.concat(answered.stream(), whole.stream())),
          tests(before.stream().filter(Condition::narrows)),
          after,
          tests(after.stream()),
          off,
          awards.stream().filter(award -> award.multiplier() == null).toList(),
          awards.stream().filter(award -> award.multiplier() != null).toList(),
          Gifts.of(rule, source),
          limits(campaign, rule));
    }

    private static List<Limit> limits(Campaign campaign, CampaignDefinition.Rule rule) {
      Set<String> coupons = Set.copyOf(Compiled.coupons(rule.when()));
      List<Limit> limits =
          new ArrayList<>(Limit.of(campaign.live().id(), rule.code(), rule.caps(), coupons));
      limits.addAll(campaign.limits());
      return List.copyOf(limits);
    }

    /** Each compiled rule is itself alone; comparing definitions would take long. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return ordinal;
    }

    private static Test[] tests(Stream<Condition> conditions) {
      List<Test> tests = conditions.map(Condition::test).toList();
      return tests.isEmpty() ? NO_TESTS : tests.toArray(NO_TESTS);
    }

    private static Stream<Award> award(Effect effect, Vocabulary vocabulary) {
      return switch (effect) {
        case Earn(String unit, Reckoning amount, var lifetime) -> award(unit, amount, vocabulary);
        case Stamp(String unit, long count, var lifetime) -> stamps(unit, count, vocabulary);
        case Discount discount -> Stream.empty();
        case CheapestFree free -> Stream.empty();
        case Gift gift -> Stream.empty();
        case Voucher voucher -> Stream.empty();
      };
    }

    private static Stream<Award> stamps(String code, long count, Vocabulary vocabulary) {
      UnitInfo unit = vocabulary.units().get(code);
      long one = unit == null ? 1 : BigInteger.TEN.pow(unit.decimals()).longValueExact();
      return award(code, new Fixed(Whole.times(count, one)), vocabulary);
    }

    /** A unit that the club no longer has gives nothing. */
    private static Stream<Award> award(String code, Reckoning amount, Vocabulary vocabulary) {
      UnitInfo unit = vocabulary.units().get(code);
      return unit == null
          ? Stream.empty()
          : Stream.of(
              new Award(
                  unit,
                  amount,
                  new Target(unit.decimals(), vocabulary.moneyDecimals(), unit.rounding())));
    }

    /** The coupons it names, as they are compared. */
    List<String> coupons() {
      return Compiled.coupons(definition.when());
    }

    /** The least the sale must come to, when only that is missing. */
    @Nullable Minimum firstMinimum() {
      for (Condition condition : after) {
        if (condition instanceof Minimum minimum) {
          return minimum;
        }
      }
      return null;
    }
  }
}
