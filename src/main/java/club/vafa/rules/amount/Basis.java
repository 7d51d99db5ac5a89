package club.vafa.rules.amount;

import java.math.RoundingMode;
import java.util.Map;

/**
 * What an amount is reckoned from.
 *
 * @param money what the goods come to, minor units, not negative
 * @param quantity how much of them, in thousandths, not negative
 * @param attributes of the event
 */
public record Basis(long money, long quantity, Map<String, Object> attributes, Target target) {
  /** Thousandths in a piece. */
  public static final long PIECE = 1_000;

  /**
   * What is given.
   *
   * @param decimals of the unit awarded, or of money for a discount
   * @param moneyDecimals of the club's money
   */
  public record Target(int decimals, int moneyDecimals, RoundingMode rounding) {
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** A part of money in minor units of the target, of numbers not negative. */
    long part(long money, long numerator, long denominator) {
      int more = decimals - moneyDecimals;
      return more >= 0
          ? Whole.scale(money, numerator * TENS[more], denominator, rounding)
          : Whole.scale(money, numerator, denominator * TENS[-more], rounding);
    }
  }
}
