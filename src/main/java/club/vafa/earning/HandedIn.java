package club.vafa.earning;

import club.vafa.rewards.Booklet;
import club.vafa.rewards.Handed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The vouchers among the codes handed in with a sale. What they take off is gone before the rules
 * look: like the shop's own discounts it earns nothing.
 *
 * @param off each line, minor units
 * @param others the sale as the rules see it: without the vouchers and what they took off
 */
record HandedIn(List<Handed> handed, Map<Integer, Long> off, NewPurchase others) {

  static HandedIn of(Round round, NewPurchase purchase, @Nullable Buyer buyer) {
    if (purchase.coupons().isEmpty()) {
      return new HandedIn(List.of(), Map.of(), purchase);
    }
    List<Booklet.Piece> goods =
        purchase.lines().stream()
            .map(line ->
                new Booklet.Piece(
                    line.sku(), line.quantity(), line.giftCard() == null ? line.amount() : 0))
            .toList();
    List<Handed> handed =
        round.booklet.tryOn(
            purchase.coupons(),
            new Booklet.Bringing(buyer == null ? null : buyer.id(), goods, purchase.occurredAt()));
    Map<Integer, Long> off = Rewarded.off(handed);
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
