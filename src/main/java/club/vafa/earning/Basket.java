package club.vafa.earning;

import club.vafa.activity.PurchaseLine;
import club.vafa.clubs.Club;
import club.vafa.kernel.Rate;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Sale;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The goods of a sale as the rules see them, whole or what is left of them after returns. */
final class Basket {
  private Basket() {}

  /** Money sold on gift cards is no goods where it does not earn: its line costs nothing here. */
  static List<Line> of(Club club, NewPurchase purchase) {
    List<Line> lines = new ArrayList<>();
    for (NewPurchase.Line line : purchase.lines()) {
      boolean goods = line.giftCard() == null || GiftLines.earns(club);
      lines.add(
          new Line(
              line.sku(),
              line.category(),
              line.quantity(),
              goods ? line.amount() : 0,
              goods ? line.cost() : null));
    }
    return lines;
  }

  /** A recorded purchase with only so much of each line, in thousandths. */
  static Sale left(
      List<PurchaseLine> lines, List<Long> left, String branch, String terminal, Detail detail) {
    List<Line> goods = new ArrayList<>();
    Set<Integer> apart =
        detail.funded().stream()
            .filter(funded -> !funded.earns())
            .map(Detail.Funded::line)
            .collect(Collectors.toSet());
    long paidByWallets = 0;
    for (int at = 0; at < lines.size(); at++) {
      PurchaseLine line = lines.get(at);
      long quantity = left.get(at);
      Long cost = apart.contains(at) ? null : line.cost();
      goods.add(
          new Line(
              line.sku(),
              line.category(),
              quantity,
              apart.contains(at)
                  ? 0
                  : share(line.amount() - detail.off(at), quantity, line.quantity()),
              cost == null ? null : Long.valueOf(share(cost, quantity, line.quantity()))));
      paidByWallets =
          Math.addExact(paidByWallets, share(line.paidByWallets(), quantity, line.quantity()));
    }
    String cardType = detail.cardType();
    return new Sale(
        branch, terminal, cardType == null ? "" : cardType, goods, detail.coupons(), paidByWallets);
  }

  /** What of an amount belongs to so much of its goods; all of the goods keep all of it. */
  static long share(long amount, long quantity, long of) {
    return quantity == of ? amount : Rate.divide(amount, quantity, of, RoundingMode.HALF_EVEN);
  }

  /**
   * Splits a sum over weights so that the parts add up exactly: each part is rounded down, and what
   * is left goes, one by one, to the largest remainders. All weights zero gives all zero.
   */
  static long[] split(long sum, long[] weights) {
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
    // Fewer minor units are left than there are parts, so each part gets at most one more.
    Integer[] order = new Integer[weights.length];
    Arrays.setAll(order, at -> at);
    Arrays.sort(
        order,
        Comparator.comparingLong((Integer at) -> remainder(sum, weights[at], whole)).reversed());
    for (int next = 0; given < sum; next++, given++) {
      parts[order[next]] += 1;
    }
    return parts;
  }

  private static long remainder(long sum, long weight, long whole) {
    return BigInteger.valueOf(sum)
        .multiply(BigInteger.valueOf(weight))
        .mod(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
