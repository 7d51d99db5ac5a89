package club.vafa.templates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Amounts as shops write them: one or two leading digits of a short row and then zeros, so that
 * 0.43 becomes 0.4, 237,000 becomes 250,000 and 9.6 becomes 10.
 */
final class Nice {
  /** Neighbours differ by a third at most, so an amount moves by a seventh at most. */
  private static final List<BigDecimal> LEADING =
      List.of("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10").stream()
          .map(BigDecimal::new)
          .toList();

  private Nice() {}

  /** The nearest of them that has so many decimals at most; of two equally near the larger. */
  static BigDecimal of(BigDecimal amount, int decimals) {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("only what is more than nothing is rounded: " + amount);
    }
    int power = amount.precision() - amount.scale() - 1;
    BigDecimal smallest = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal best = smallest;
    for (BigDecimal leading : LEADING) {
      BigDecimal candidate = leading.scaleByPowerOfTen(power);
      boolean kept = candidate.setScale(decimals, RoundingMode.DOWN).compareTo(candidate) == 0;
      if (kept && distance(candidate, amount).compareTo(distance(best, amount)) <= 0) {
        best = candidate;
      }
    }
    return plain(best.max(smallest));
  }

  private static BigDecimal distance(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs();
  }

  /** Without zeros behind the point, and without a power of ten. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
