package club.vafa.rules.engine;

import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Per;
import club.vafa.rules.Explanation.Measure;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.condition.Scene;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cap or budget made ready. Limits are compared by identity: one object counts one thing.
 *
 * <p>A budget and a cap over the same counter are one limit, the stricter of both, so that what is
 * used is counted once.
 */
final class Limit {
  /** Far more than can be used. */
  static final long NONE = Long.MAX_VALUE;

  static final Used UNLIMITED = new Used(NONE, NONE, NONE);

  private static final String BRANCH = "branch:";
  private static final String COUPON = "coupon:";

  private final UUID campaign;
  private final String rule;
  private final Per per;
  private final Period period;
  private final Set<String> coupons;
  private long uses = NONE;
  private long units = NONE;
  private long money = NONE;
  private boolean unitsAreBudget;
  private boolean moneyIsBudget;

  private Limit(UUID campaign, String rule, Per per, Period period, Set<String> coupons) {
    this.campaign = campaign;
    this.rule = rule;
    this.per = per;
    this.period = period;
    this.coupons = coupons;
  }

  /**
   * The limits of a rule.
   *
   * @param coupons those it names, which a cap for each coupon counts
   */
  static List<Limit> of(UUID campaign, String rule, List<Cap> caps, Set<String> coupons) {
    List<Limit> limits = new ArrayList<>();
    for (Cap cap : caps) {
      Limit limit = new Limit(campaign, rule, cap.per(), cap.period(), coupons);
      limit.uses = orNone(cap.uses());
      limit.units = orNone(cap.units());
      limit.money = orNone(cap.money());
      limits.add(limit);
    }
    return limits;
  }

  static List<Limit> of(UUID id, CampaignDefinition campaign) {
    Set<String> coupons = new HashSet<>();
    campaign.rules().forEach(rule -> coupons.addAll(Compiled.coupons(rule.when())));
    List<Limit> limits = of(id, "", campaign.caps(), coupons);
    Budget budget = campaign.budget();
    if (budget == null) {
      return limits;
    }
    Limit shared =
        limits.stream()
            .filter(limit -> limit.per == Per.ALL && limit.period == budget.period())
            .findFirst()
            .orElse(null);
    if (shared == null) {
      shared = new Limit(id, "", Per.ALL, budget.period(), coupons);
      limits.add(shared);
    }
    shared.addBudget(orNone(budget.units()), orNone(budget.money()));
    return limits;
  }

  private void addBudget(long budgetUnits, long budgetMoney) {
    unitsAreBudget = budgetUnits < units;
    moneyIsBudget = budgetMoney < money;
    units = Math.min(units, budgetUnits);
    money = Math.min(money, budgetMoney);
  }

  private static long orNone(@Nullable Long limit) {
    return limit == null ? NONE : limit;
  }

  /** Whether it counts beyond one activity. */
  boolean counted() {
    return per != Per.SALE;
  }

  /** Whether it limits a whole campaign. */
  boolean ofCampaign() {
    return rule.isEmpty();
  }

  /**
   * The counter for this activity; null when it counts this activity alone. A cap for each coupon
   * counts the first of those handed in that it knows, in the order of their codes.
   */
  @Nullable Counter counter(Scene scene) {
    LocalDate since = scene.day().since(period);
    return switch (per) {
      case SALE -> null;
      case MEMBER, ALL -> counter(since, "");
      case BRANCH -> {
        Sale sale = scene.sale();
        yield counter(since, BRANCH + (sale == null ? "" : sale.branch()));
      }
      case COUPON ->
          scene.coupons().stream()
              .filter(coupons::contains)
              .min(Comparator.naturalOrder())
              .map(code -> counter(since, COUPON + code))
              .orElse(null);
    };
  }

  /** Every counter that deciding may ask for: of coupons, which one is good is not known yet. */
  void counters(Scene scene, Set<Counter> into) {
    LocalDate since = scene.day().since(period);
    if (per == Per.COUPON) {
      scene.coupons().stream()
          .filter(coupons::contains)
          .forEach(code -> into.add(counter(since, COUPON + code)));
    } else if (per != Per.SALE) {
      into.add(Objects.requireNonNull(counter(scene)));
    }
  }

  /** What it counts by, whatever the day and whichever branch or coupon. */
  Counter counterOfAnyDay() {
    return counter(
        LocalDate.EPOCH,
        switch (per) {
          case BRANCH -> BRANCH;
          case COUPON -> COUPON;
          case SALE, MEMBER, ALL -> "";
        });
  }

  private Counter counter(LocalDate since, String scope) {
    return new Counter(campaign, rule, per == Per.MEMBER, period, since, scope);
  }

  String rule() {
    return rule;
  }

  Per per() {
    return per;
  }

  Period period() {
    return period;
  }

  long uses() {
    return uses;
  }

  long units() {
    return units;
  }

  long money() {
    return money;
  }

  /** All three limits, for whoever counts what they limit. */
  Used most() {
    return new Used(uses, units, money);
  }

  /** The limit in a measure. */
  long most(Measure measure) {
    return switch (measure) {
      case USES -> uses;
      case UNITS -> units;
      case MONEY -> money;
    };
  }

  /** Whether it is the budget that limits in this measure. */
  boolean isBudget(Measure measure) {
    return switch (measure) {
      case USES -> false;
      case UNITS -> unitsAreBudget;
      case MONEY -> moneyIsBudget;
    };
  }
}
