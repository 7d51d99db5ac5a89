package club.vafa.earning;

import club.vafa.rewards.Booklet;
import club.vafa.rewards.Handed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off a sale before the rules look: by the vouchers among the codes handed in with
 * it, and by units that pay for goods of it. Like the shop's own discounts it earns nothing.
 *
 * @param off each line, minor units
 * @param others the sale as the rules see it: without the vouchers and what was taken off
 */
record HandedIn(List<Handed> handed, Map<Integer, Long> off, NewPurchase others) {

  /**
   * @param goods what units took off the lines they pay, which vouchers leave alone
   */
  static HandedIn of(
      Round round, NewPurchase purchase, @Nullable Buyer buyer, Map<Integer, Long> goods) {
    if (purchase.coupons().isEmpty()) {
      return new HandedIn(List.of(), goods, purchase.without(Set.of(), goods));
    }
    List<Booklet.Piece> pieces = new ArrayList<>();
    for (int at = 0; at < purchase.lines().size(); at++) {
      NewPurchase.Line line = purchase.lines().get(at);
      boolean free = line.giftCard() != null || goods.containsKey(at);
      pieces.add(new Booklet.Piece(line.sku(), line.quantity(), free ? 0 : line.amount()));
    }
    List<Handed> handed =
        round.booklet.tryOn(
            purchase.coupons(),
            new Booklet.Bringing(buyer == null ? null : buyer.id(), pieces, purchase.occurredAt()));
    Map<Integer, Long> off = new HashMap<>(Rewarded.off(handed));
    goods.forEach((line, money) -> off.merge(line, money, Math::addExact));
    Set<String> codes =
        purchase.coupons().stream()
            .filter(round.booklet::knows)
            .collect(Collectors.toUnmodifiableSet());
    return new HandedIn(handed, off, purchase.without(codes, off));
  }

  long total() {
    long total = 0;
    for (long part : off.values()) {
      total += part;
    }
    return total;
  }
}
