package club.vafa.rules;

import club.vafa.kernel.CalendarKind;
import club.vafa.rules.condition.Days;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** How much of the caps and budgets was used before. */
@FunctionalInterface
public interface Usage {
  /** Nothing was used yet. */
  Usage NONE = counter -> Used.NOTHING;

  Used of(Counter counter);

  /**
   * One counter of a cap or budget.
   *
   * @param rule the rule's code, or empty when it counts the whole campaign
   * @param personal true when each member has a counter, false when all share one
   * @param since first day of the period it counts; {@link LocalDate#EPOCH} when it counts forever
   * @param scope what it is narrowed to: {@code branch:} or {@code coupon:} and a code, or empty
   */
  record Counter(
      UUID campaign, String rule, boolean personal, Period period, LocalDate since, String scope) {
    public Counter {
      // Counters recorded before there were narrower ones say nothing of it.
      scope = Objects.requireNonNullElse(scope, "");
    }

    /** A counter that is not narrowed. */
    public Counter(UUID campaign, String rule, boolean personal, Period period, LocalDate since) {
      this(campaign, rule, personal, period, since, "");
    }

    /** What it counts by, whatever the day and whichever branch or coupon. */
    public Counter ofAnyDay() {
      String kind = scope.substring(0, scope.indexOf(':') + 1);
      return new Counter(campaign, rule, personal, period, LocalDate.EPOCH, kind);
    }
  }

  /** The stretch of time a counter counts, in the club's calendar and time zone. */
  enum Period {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    EVER;

    /** The first day of the period that a day lies in; {@link LocalDate#EPOCH} for ever. */
    public LocalDate since(LocalDate day, CalendarKind calendar) {
      return new Days().of(day, calendar).since(this);
    }
  }

  /**
   * What a counter holds.
   *
   * @param uses how often
   * @param units minor units of the unit awarded
   * @param money cost in minor units of the club's currency
   */
  record Used(long uses, long units, long money) {
    public static final Used NOTHING = new Used(0, 0, 0);

    public Used plus(Used more) {
      return new Used(
          Math.addExact(uses, more.uses),
          Math.addExact(units, more.units),
          Math.addExact(money, more.money));
    }

    /** The lower of each. */
    public Used lower(Used other) {
      return new Used(
          Math.min(uses, other.uses), Math.min(units, other.units), Math.min(money, other.money));
    }

    public Used minus(Used less) {
      return new Used(
          Math.subtractExact(uses, less.uses),
          Math.subtractExact(units, less.units),
          Math.subtractExact(money, less.money));
    }
  }
}
