package club.vafa.rules.amount;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Whole-number arithmetic that cannot overflow: what would be too large becomes the largest there
 * is. One rule gives at most {@link #MOST} minor units in one activity, which is a thousand million
 * million and more than any club means, so that a mistyped definition ends in a cap that is
 * explained and never in a wrong or negative number.
 */
public final class Whole {
  /** The most one effect can give, minor units. */
  public static final long MOST = 1_000_000_000_000_000L;

  private Whole() {}

  public static long plus(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      return left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return sum;
  }

  /** What is left of a limit; nothing when more than all of it was used. */
  public static long left(long limit, long used) {
    return used <= 0 ? limit : Math.max(0, limit - used);
  }

  /** The product of two numbers that are not negative, at most {@link #MOST}. */
  public static long times(long left, long right) {
    long high = Math.multiplyHigh(left, right);
    long low = left * right;
    return high != 0 || low < 0 || low > MOST ? MOST : low;
  }

  /** {@code amount × numerator / denominator} of numbers not negative, at most {@link #MOST}. */
  public static long scale(long amount, long numerator, long denominator, RoundingMode rounding) {
    long high = Math.multiplyHigh(amount, numerator);
    long low = amount * numerator;
    if (high == 0 && low >= 0) {
      long whole = low / denominator;
      long rest = low - whole * denominator;
      return Math.min(MOST, rest == 0 ? whole : whole + up(whole, rest, denominator, rounding));
    }
    BigInteger[] parts =
        BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(numerator))
            .divideAndRemainder(BigInteger.valueOf(denominator));
    if (parts[0].bitLength() > 62) {
      return MOST;
    }
    long whole = parts[0].longValue();
    long rest = parts[1].longValue();
    return Math.min(MOST, rest == 0 ? whole : whole + up(whole, rest, denominator, rounding));
  }

  /** One when the rest rounds up, else zero. */
  private static long up(long whole, long rest, long denominator, RoundingMode rounding) {
    long other = denominator - rest;
    boolean rises =
        switch (rounding) {
          case UP, CEILING -> true;
          case DOWN, FLOOR, UNNECESSARY -> false;
          case HALF_UP -> rest >= other;
          case HALF_DOWN -> rest > other;
          case HALF_EVEN -> rest > other || (rest == other && (whole & 1) == 1);
        };
    return rises ? 1 : 0;
  }

  /**
   * Spreads a total over weights so that the shares sum exactly: each gets its part rounded down,
   * what is then missing goes one by one to the largest remainders, the earlier first. No share is
   * above its weight as long as the total is not above their sum.
   */
  public static long[] spread(long total, long[] weights) {
    long[] shares = new long[weights.length];
    long sum = 0;
    for (long weight : weights) {
      sum = plus(sum, weight);
    }
    if (sum == 0 || total <= 0) {
      return shares;
    }
    long[] remainders = new long[weights.length];
    long missing = total;
    for (int at = 0; at < weights.length; at++) {
      long high = Math.multiplyHigh(total, weights[at]);
      long low = total * weights[at];
      if (high == 0 && low >= 0) {
        shares[at] = low / sum;
        remainders[at] = low - shares[at] * sum;
      } else {
        BigInteger[] parts =
            BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(weights[at]))
                .divideAndRemainder(BigInteger.valueOf(sum));
        shares[at] = parts[0].longValue();
        remainders[at] = parts[1].longValue();
      }
      missing -= shares[at];
    }
    for (; missing > 0; missing--) {
      int largest = 0;
      for (int at = 1; at < remainders.length; at++) {
        if (remainders[at] > remainders[largest]) {
          largest = at;
        }
      }
      shares[largest]++;
      remainders[largest] = -1;
    }
    return shares;
  }
}
