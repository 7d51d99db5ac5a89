package club.vafa.settlement;

import club.vafa.kernel.Rate;
import java.math.RoundingMode;

/**
 * What a unit costs who gives it and brings who takes it.
 *
 * @param issue minor units of money for one minor unit given
 * @param spend minor units of money for one minor unit taken as payment
 * @param expiredBack percent of the issue price that a partner gets back for what expired
 */
public record Price(Rate issue, Rate spend, int expiredBack) {

  /** Money for one minor unit of a kind of movement. */
  Rate rate(What what) {
    return switch (what) {
      case ISSUED, TAKEN_BACK -> issue;
      case SPENT, GIVEN_BACK -> spend;
      case EXPIRED ->
          new Rate(
              Math.multiplyExact(issue.numerator(), (long) expiredBack),
              Math.multiplyExact(issue.denominator(), 100L));
    };
  }

  /** What the partner owes for so many, rounded to the next minor unit. */
  static long money(What what, Rate rate, long units) {
    return Math.multiplyExact(what.sign(), rate.times(units, RoundingMode.HALF_UP));
  }
}
