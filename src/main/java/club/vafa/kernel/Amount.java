package club.vafa.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A quantity of a unit in whole minor units: {@code minor = 75, decimals = 1} is 7.5. Arithmetic is
 * exact; an overflow is an {@link ArithmeticException}, never a wrong number.
 */
public record Amount(long minor, int decimals) implements Comparable<Amount> {
  public static final int MOST_DECIMALS = 6;

  public Amount {
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException("decimals must be 0 to 6, not " + decimals);
    }
  }

  public static Amount zero(int decimals) {
    return new Amount(0, decimals);
  }

  /**
   * The amount of an exact decimal.
   *
   * @throws ArithmeticException when it has more decimals than allowed or does not fit
   */
  public static Amount of(BigDecimal value, int decimals) {
    return new Amount(
        value.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
        decimals);
  }

  public Amount plus(Amount other) {
    return new Amount(Math.addExact(minor, same(other).minor), decimals);
  }

  public Amount minus(Amount other) {
    return new Amount(Math.subtractExact(minor, same(other).minor), decimals);
  }

  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, decimals);
  }

  private Amount same(Amount other) {
    if (other.decimals != decimals) {
      throw new IllegalArgumentException("amounts of different decimals: " + this + ", " + other);
    }
    return other;
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(minor, same(other).minor);
  }

  /** The number without needless zeros, as the API writes it: {@code 7.5}, {@code 120}. */
  @Override
  public String toString() {
    return plain(minor, decimals);
  }

  /** The shortest plain decimal text of minor units, at least a digit before the point. */
  public static String plain(long minor, int decimals) {
    if (decimals == 0) {
      return Long.toString(minor);
    }
    BigDecimal value = BigDecimal.valueOf(minor, decimals).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
  }
}
