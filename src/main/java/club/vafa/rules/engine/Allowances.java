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
import org.jspecify.annotations.Nullable;

/**
 * What caps and budgets still allow in the course of one run. Effects of one run see what those
 * before them took.
 */
final class Allowances {
  private final Scene scene;
  private final @Nullable Margins margins;
  private final Cuts cuts;
  private @Nullable Map<Limit, Tally> tallies;

  /**
   * The allowances of one run.
   *
   * @param margins what the margin of the sale allows; null when that limits nothing
   * @param cuts told of each limit that cut
   */
  Allowances(Scene scene, @Nullable Margins margins, Cuts cuts) {
    this.scene = scene;
    this.margins = margins;
    this.cuts = cuts;
  }

  /** Whether anything at all may cut what a rule gives. */
  boolean limit(Rule rule) {
    return margins != null || !rule.limits().isEmpty();
  }

  private Tally tally(Limit limit) {
    Map<Limit, Tally> known = tallies;
    if (known == null) {
      known = new HashMap<>();
      tallies = known;
    }
    Tally tally = known.get(limit);
    if (tally == null) {
      Counter counter = limit.counter(scene);
      Used before = counter == null ? Used.NOTHING : scene.facts().used().of(counter);
      tally = new Tally(limit, counter, before);
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
      if (!tally.usable()) {
        return false;
      }
      money &= tally.moneyLeft() > 0;
      units &= tally.unitsLeft() > 0;
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

  /** Takes as much of an award as is allowed, and says how much that is. */
  long units(Held held, UnitInfo unit, long wanted) {
    long granted = wanted;
    for (Limit limit : held.rule().limits()) {
      Tally tally = tally(limit);
      if (!tally.usable()) {
        granted = cut(held, limit, new Cut(Measure.USES, "", granted, 0));
      }
      long units = tally.unitsLeft();
      if (units < granted) {
        granted = cut(held, limit, new Cut(Measure.UNITS, unit.code(), granted, units));
      }
      long affordable = affordable(unit, limit, tally);
      if (affordable < granted) {
        granted = cut(held, limit, new Cut(Measure.MONEY, "", granted, affordable));
      }
    }
    if (margins != null && granted > 0) {
      granted = margins.units(held, unit, granted, cuts);
    }
    if (granted > 0) {
      take(held, granted, cost(unit, granted));
    }
    return granted;
  }

  /** Takes as much of a discount as is allowed, and says how much that is. */
  long money(Held held, long wanted) {
    long granted = wanted;
    for (Limit limit : held.rule().limits()) {
      Tally tally = tally(limit);
      if (!tally.usable()) {
        granted = cut(held, limit, new Cut(Measure.USES, "", granted, 0));
      }
      long left = tally.moneyLeft();
      if (left < granted) {
        granted = cut(held, limit, new Cut(Measure.MONEY, "", granted, left));
      }
    }
    if (margins != null && granted > 0) {
      granted = margins.money(held, granted, cuts);
    }
    if (granted > 0) {
      take(held, 0, granted);
    }
    return granted;
  }

  /** Takes a use for a gift if there is one left. */
  boolean use(Held held, Gifts.Free gift) {
    for (Limit limit : held.rule().limits()) {
      Tally tally = tally(limit);
      if (!tally.usable()) {
        cut(held, limit, new Cut(Measure.USES, "", 1, 0));
        return false;
      }
    }
    if (margins != null && !margins.gift(held, gift.cost(), cuts)) {
      return false;
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
    return Whole.scale(tally.moneyLeft(), perMoney, dear, RoundingMode.DOWN);
  }

  /** What units cost the club, rounded up so that a budget is never overdrawn. */
  private static long cost(UnitInfo unit, long granted) {
    return unit.worth() == null
        ? 0
        : Whole.scale(
            granted, unit.worth().numerator(), unit.worth().denominator(), RoundingMode.UP);
  }

  /** What a limit makes of an award. */
  private record Cut(Measure measure, String unit, long wanted, long granted) {}

  private long cut(Held held, Limit limit, Cut made) {
    if (made.wanted() > 0) {
      cuts.cut(
          held,
          new CapLook(
              limit.rule(),
              limit.isBudget(made.measure()),
              limit.per(),
              limit.period(),
              made.measure(),
              made.unit(),
              limit.most(made.measure()),
              tally(limit).used(made.measure()),
              made.wanted(),
              made.granted()));
    }
    return Math.min(made.wanted(), made.granted());
  }

  /** What the counters grow by. */
  Map<Counter, Used> consumed() {
    Map<Limit, Tally> known = tallies;
    if (known == null) {
      return Map.of();
    }
    Map<Counter, Used> consumed = new LinkedHashMap<>();
    known.values().forEach(tally -> tally.noteInto(consumed));
    return consumed;
  }
}
