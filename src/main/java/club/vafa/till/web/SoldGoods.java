package club.vafa.till.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded sale, to take goods of it back.
 *
 * @param number by which the till calls it
 * @param paid after what the club took off
 */
public record SoldGoods(
    String id,
    String number,
    Instant occurredAt,
    @Nullable String member,
    String paid,
    List<Line> lines) {

  public SoldGoods {
    lines = List.copyOf(lines);
  }

  /**
   * Goods that were sold.
   *
   * @param amount after the shop's own discounts
   * @param byWallets what of it was paid with points, credit or gift cards
   * @param left how much has not come back yet
   */
  public record Line(
      int line, String name, String quantity, String amount, String byWallets, String left) {}
}
