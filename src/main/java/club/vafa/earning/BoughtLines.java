package club.vafa.earning;

import club.vafa.activity.PurchaseLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The recorded lines, each with its share of the discounts and of what wallets paid. */
final class BoughtLines {
  private BoughtLines() {}

  static List<PurchaseLine> of(PurchaseDecider.Decided decided) {
    List<NewPurchase.Line> lines = decided.purchase().lines();
    List<Long> discounts = decided.decision().lineDiscounts();
    Map<Integer, Long> off = decided.vouchers().off();
    long[] due = new long[lines.size()];
    for (int at = 0; at < due.length; at++) {
      due[at] =
          lines.get(at).amount()
              - off.getOrDefault(at, 0L)
              - (discounts.isEmpty() ? 0 : discounts.get(at));
    }
    long[] byWallets = Basket.split(decided.paidByWallets(), due);
    List<PurchaseLine> recorded = new ArrayList<>(due.length);
    for (int at = 0; at < due.length; at++) {
      NewPurchase.Line line = lines.get(at);
      recorded.add(
          new PurchaseLine(
              line.sku(),
              line.name(),
              line.category(),
              line.quantity(),
              line.unitPrice(),
              line.amount(),
              line.cost(),
              line.amount() - due[at],
              byWallets[at]));
    }
    return recorded;
  }
}
