package club.vafa.rules.engine;

import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Per;
import club.vafa.rules.Explanation.Measure;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.condition.Days.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  private final UUID campaign;
  private final String rule;
  private final Per per;
  private final Period period;
  private long uses = NONE;
  private long units = NONE;
  private long money = NONE;
  private boolean unitsAreBudget;
  private boolean moneyIsBudget;

  private Limit(UUID campaign, String rule, Per per, Period period) {
    this.campaign = campaign;
    this.rule = rule;
    this.per = per;
    this.period = period;
  }

  static List<Limit> of(UUID campaign, String rule, List<Cap> caps) {
    List<Limit> limits = new ArrayList<>();
    for (Cap cap : caps) {
      Limit limit = new Limit(campaign, rule, cap.per(), cap.period());
      limit.uses = orNone(cap.uses());
      limit.units = orNone(cap.units());
      limit.money = orNone(cap.money());
      limits.add(limit);
    }
    return limits;
  }

  static List<Limit> of(UUID id, CampaignDefinition campaign) {
    List<Limit> limits = of(id, "", campaign.caps());
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
      shared = new Limit(id, "", Per.ALL, budget.period());
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

  Counter counter(Day day) {
    return counter(day.since(period));
  }

  /** What it counts by, whatever the day. */
  Counter counterOfAnyDay() {
    return counter(LocalDate.EPOCH);
  }

  private Counter counter(LocalDate since) {
    return new Counter(campaign, rule, per == Per.MEMBER, period, since);
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
