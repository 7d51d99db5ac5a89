package club.vafa.rewards;

import club.vafa.kernel.Rate;
import club.vafa.rewards.VoucherTerms.Benefit;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a voucher takes off goods. Nothing here changes anything. */
final class Benefits {
  private static final long ONE = 1_000_000;

  private Benefits() {}

  /** A line of goods: thousandths of a piece, and what is to be paid for all of it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Goods(List<Booklet.Piece> pieces, long[] left) {
    long sum() {
      return Arrays.stream(left).reduce(0, Math::addExact);
    }
  }

  /** Off each line; nothing when the voucher is not for sales. */
  static Optional<long[]> off(Benefit benefit, long worth, Goods goods) {
    return switch (benefit) {
      case Benefit.MoneyOff(long amount) ->
          Optional.of(spread(Math.min(worth, goods.sum()), goods.left()));
      case Benefit.PercentOff(long millionths, @Nullable Long most) -> {
        long off = Rate.divide(goods.sum(), millionths, ONE, RoundingMode.HALF_UP);
        yield Optional.of(spread(most == null ? off : Math.min(most, off), goods.left()));
      }
      case Benefit.Goods(String sku, long quantity) -> Optional.of(free(sku, quantity, goods));
      case Benefit.Elsewhere() -> Optional.empty();
    };
  }

  /** So many pieces of these goods free, at what each costs, from the first line on. */
  private static long[] free(String sku, long quantity, Goods goods) {
    long[] off = new long[goods.left().length];
    long rest = quantity;
    for (int at = 0; at < off.length && rest > 0; at++) {
      Booklet.Piece piece = goods.pieces().get(at);
      if (piece.sku().equals(sku) && piece.quantity() > 0 && goods.left()[at] > 0) {
        long taken = Math.min(rest, piece.quantity());
        off[at] = Rate.divide(goods.left()[at], taken, piece.quantity(), RoundingMode.HALF_UP);
        rest -= taken;
      }
    }
    return off;
  }

  /**
   * Splits a sum over weights so that the parts add up exactly and none is more than its weight:
   * each part is rounded down, and what is left goes, one by one, to the largest remainders.
   */
  static long[] spread(long sum, long[] weights) {
    long whole = Arrays.stream(weights).reduce(0, Math::addExact);
    long[] parts = new long[weights.length];
    if (whole == 0 || sum == 0) {
      return parts;
    }
    long given = 0;
    for (int at = 0; at < weights.length; at++) {
      parts[at] = Rate.divide(sum, weights[at], whole, RoundingMode.DOWN);
      given += parts[at];
    }
    Integer[] order = new Integer[weights.length];
    Arrays.setAll(order, at -> at);
    Arrays.sort(
        order, Comparator.comparing((Integer at) -> remainder(sum, weights[at], whole)).reversed());
    for (int next = 0; given < sum; next++, given++) {
      parts[order[next]] += 1;
    }
    return parts;
  }

  private static BigInteger remainder(long sum, long weight, long whole) {
    return BigInteger.valueOf(sum)
        .multiply(BigInteger.valueOf(weight))
        .mod(BigInteger.valueOf(whole));
  }
}
