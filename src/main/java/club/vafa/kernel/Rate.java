package club.vafa.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A proportion in integer parts: {@code 17/100} is 17 %. Multiplying keeps whole minor units and
 * names its rounding.
 */
public record Rate(long numerator, long denominator) {
  public Rate {
    if (denominator <= 0) {
      throw new IllegalArgumentException("denominator must be positive, not " + denominator);
    }
  }

  /** The exact rate of a decimal, reduced: 1.25 is 5/4. */
  public static Rate of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    BigInteger top = plain.unscaledValue();
    BigInteger bottom = BigInteger.TEN.pow(Math.max(0, plain.scale()));
    if (plain.scale() < 0) {
      top = top.multiply(BigInteger.TEN.pow(-plain.scale()));
    }
    BigInteger common = top.gcd(bottom).max(BigInteger.ONE);
    return new Rate(top.divide(common).longValueExact(), bottom.divide(common).longValueExact());
  }

  /** {@code amount × this}, in whole minor units. */
  public long times(long amount, RoundingMode rounding) {
    return divide(amount, numerator, denominator, rounding);
  }

  /** {@code amount × this} rounded down, or the limit where that is less; for positive numbers. */
  public long timesAtMost(long amount, long limit) {
    BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
    return product
        .divide(BigInteger.valueOf(denominator))
        .min(BigInteger.valueOf(limit))
        .longValueExact();
  }

  /**
   * {@code amount × numerator / denominator} without overflow in between.
   *
   * @throws ArithmeticException when the result does not fit
   */
  public static long divide(long amount, long numerator, long denominator, RoundingMode rounding) {
    long high = Math.multiplyHigh(amount, numerator);
    long low = amount * numerator;
    if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
      if (rounding == RoundingMode.DOWN && denominator > 0) {
        return low / denominator;
      }
      if (rounding == RoundingMode.FLOOR && denominator > 0) {
        return Math.floorDiv(low, denominator);
      }
      if (low % denominator == 0) {
        return low / denominator;
      }
    }
    return new BigDecimal(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator)))
        .divide(BigDecimal.valueOf(denominator), 0, rounding)
        .longValueExact();
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
