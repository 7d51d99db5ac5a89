package club.vafa.rules.engine;

import club.vafa.rules.Explanation.CapLook;
import club.vafa.rules.Explanation.Measure;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.engine.Compiled.Award;
import club.vafa.rules.engine.Compiled.Rule;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What caps and budgets still allow in the course of one run. Effects of one run see what those
 * before them took.
 */
final class Allowances {
  private final Scene scene;
  private @Nullable Map<Limit, Tally> tallies;

  Allowances(Scene scene) {
    this.scene = scene;
  }

  /** What a limit had used before and what this run adds. */
  private static final class Tally {
    private final @Nullable Counter counter;
    private final Used before;
    private long uses;
    private long units;
    private long money;

    Tally(@Nullable Counter counter, Used before) {
      this.counter = counter;
      this.before = before;
    }

    /** One activity is one use, however many effects it has. */
    boolean usable(Limit limit) {
      return uses > 0 || Whole.left(limit.uses(), before.uses()) > 0;
    }

    long unitsLeft(Limit limit) {
      return Whole.left(limit.units(), Whole.plus(before.units(), units));
    }

    long moneyLeft(Limit limit) {
      return Whole.left(limit.money(), Whole.plus(before.money(), money));
    }

    void take(long moreUnits, long moreMoney) {
      uses = 1;
      units = Whole.plus(units, moreUnits);
      money = Whole.plus(money, moreMoney);
    }
  }

  private Tally tally(Limit limit) {
    Map<Limit, Tally> known = tallies;
    if (known == null) {
      known = new HashMap<>();
      tallies = known;
    }
    Tally tally = known.get(limit);
    if (tally == null) {
      Counter counter = limit.counted() ? limit.counter(scene.day()) : null;
      tally = new Tally(counter, counter == null ? Used.NOTHING : scene.facts().used().of(counter));
      known.put(limit, tally);
    }
    return tally;
  }

  /** Whether any effect of the rule could still give something. */
  boolean open(Rule rule) {
    boolean money = true;
    boolean units = true;
    for (Limit limit : rule.limits()) {
      Tally tally = tally(limit);
      if (!tally.usable(limit)) {
        return false;
      }
      money &= tally.moneyLeft(limit) > 0;
      units &= tally.unitsLeft(limit) > 0;
    }
    return !rule.gifts().isEmpty()
        || (money && !rule.off().isEmpty())
        || (units && affordable(rule, money));
  }

  private static boolean affordable(Rule rule, boolean money) {
    for (Award award : rule.awards()) {
      if (money || award.unit().worth() == null) {
        return true;
      }
    }
    for (Award award : rule.multipliers()) {
      if (money || award.unit().worth() == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes as much of an award as is allowed, and says how much that is.
   *
   * @param cut told of each limit that cut
   */
  long units(Held held, UnitInfo unit, long wanted, Consumer<CapLook> cut) {
    long granted = wanted;
    for (Limit limit : held.rule().limits()) {
      Tally tally = tally(limit);
      if (!tally.usable(limit)) {
        granted = cut(limit, Measure.USES, tally, "", granted, 0, cut);
      }
      long units = tally.unitsLeft(limit);
      if (units < granted) {
        granted = cut(limit, Measure.UNITS, tally, unit.code(), granted, units, cut);
      }
      long affordable = affordable(unit, limit, tally);
      if (affordable < granted) {
        granted = cut(limit, Measure.MONEY, tally, "", granted, affordable, cut);
      }
    }
    if (granted > 0) {
      take(held, granted, cost(unit, granted));
    }
    return granted;
  }

  /** Takes as much of a discount as is allowed, and says how much that is. */
  long money(Held held, long wanted, Consumer<CapLook> cut) {
    long granted = wanted;
    for (Limit limit : held.rule().limits()) {
      Tally tally = tally(limit);
      if (!tally.usable(limit)) {
        granted = cut(limit, Measure.USES, tally, "", granted, 0, cut);
      }
      long left = tally.moneyLeft(limit);
      if (left < granted) {
        granted = cut(limit, Measure.MONEY, tally, "", granted, left, cut);
      }
    }
    if (granted > 0) {
      take(held, 0, granted);
    }
    return granted;
  }

  /** Takes a use for a gift if there is one left. */
  boolean use(Held held, Consumer<CapLook> cut) {
    for (Limit limit : held.rule().limits()) {
      Tally tally = tally(limit);
      if (!tally.usable(limit)) {
        cut(limit, Measure.USES, tally, "", 1, 0, cut);
        return false;
      }
    }
    take(held, 0, 0);
    return true;
  }

  private void take(Held held, long units, long money) {
    held.give();
    for (Limit limit : held.rule().limits()) {
      tally(limit).take(units, money);
    }
  }

  private static long affordable(UnitInfo unit, Limit limit, Tally tally) {
    if (unit.worth() == null || unit.worth().numerator() == 0 || limit.money() == Limit.NONE) {
      return Long.MAX_VALUE;
    }
    long dear = unit.worth().numerator();
    long perMoney = unit.worth().denominator();
    return Whole.scale(tally.moneyLeft(limit), perMoney, dear, RoundingMode.DOWN);
  }

  /** What units cost the club, rounded up so that a budget is never overdrawn. */
  private static long cost(UnitInfo unit, long granted) {
    return unit.worth() == null
        ? 0
        : Whole.scale(
            granted, unit.worth().numerator(), unit.worth().denominator(), RoundingMode.UP);
  }

  private static long cut(
      Limit limit,
      Measure measure,
      Tally tally,
      String unit,
      long wanted,
      long granted,
      Consumer<CapLook> cut) {
    boolean budget =
        switch (measure) {
          case USES -> false;
          case UNITS -> limit.unitsAreBudget();
          case MONEY -> limit.moneyIsBudget();
        };
    long most =
        switch (measure) {
          case USES -> limit.uses();
          case UNITS -> limit.units();
          case MONEY -> limit.money();
        };
    long before =
        switch (measure) {
          case USES -> tally.before.uses();
          case UNITS -> Whole.plus(tally.before.units(), tally.units);
          case MONEY -> Whole.plus(tally.before.money(), tally.money);
        };
    if (wanted > 0) {
      cut.accept(
          new CapLook(
              limit.rule(),
              budget,
              limit.per(),
              limit.period(),
              measure,
              unit,
              most,
              before,
              wanted,
              granted));
    }
    return Math.min(wanted, granted);
  }

  /** What the counters grow by. */
  Map<Counter, Used> consumed() {
    Map<Limit, Tally> known = tallies;
    if (known == null) {
      return Map.of();
    }
    Map<Counter, Used> consumed = new LinkedHashMap<>();
    for (Tally tally : known.values()) {
      if (tally.counter != null && tally.uses > 0) {
        consumed.put(tally.counter, new Used(tally.uses, tally.units, tally.money));
      }
    }
    return consumed;
  }
}
