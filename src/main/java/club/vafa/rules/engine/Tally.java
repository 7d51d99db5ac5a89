package club.vafa.rules.engine;

import club.vafa.rules.Explanation.Measure;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.amount.Whole;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a limit had used before and what this run adds. */
final class Tally {
  private final Limit limit;
  private final @Nullable Counter counter;
  private final Used before;
  private long uses;
  private long units;
  private long money;

  /**
   * @param counter null when it counts this activity alone
   */
  Tally(Limit limit, @Nullable Counter counter, Used before) {
    this.limit = limit;
    this.counter = counter;
    this.before = before;
  }

  /** One activity is one use, however many effects it has. */
  boolean usable() {
    return uses > 0 || Whole.left(limit.uses(), before.uses()) > 0;
  }

  long unitsLeft() {
    return Whole.left(limit.units(), used(Measure.UNITS));
  }

  long moneyLeft() {
    return Whole.left(limit.money(), used(Measure.MONEY));
  }

  /** What was used before the next effect. */
  long used(Measure measure) {
    return switch (measure) {
      case USES -> before.uses();
      case UNITS -> Whole.plus(before.units(), units);
      case MONEY -> Whole.plus(before.money(), money);
    };
  }

  void take(long moreUnits, long moreMoney) {
    uses = 1;
    units = Whole.plus(units, moreUnits);
    money = Whole.plus(money, moreMoney);
  }

  /** Notes what its counter grows by, if it has one and anything was taken. */
  void noteInto(Map<Counter, Used> consumed) {
    if (counter != null && uses > 0) {
      consumed.put(counter, new Used(uses, units, money));
    }
  }
}
