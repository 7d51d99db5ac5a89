package club.vafa.earning;

import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What goods that came back had cost, and what had been taken off them. */
final class WentBack {
  private WentBack() {}

  static Rehearsal.Undone of(Sold before, Sold after, Return recorded) {
    List<Long> had = before.left();
    List<Long> has = after.left();
    List<PurchaseLine> lines = before.purchase().lines();
    long amount = 0;
    long cost = 0;
    for (int at = 0; at < lines.size(); at++) {
      PurchaseLine line = lines.get(at);
      amount += back(line.amount(), line, had.get(at), has.get(at));
      cost += line.cost() == null ? 0 : back(line.cost(), line, had.get(at), has.get(at));
    }
    Map<UUID, Long> discounts = new HashMap<>();
    for (Given given : Detail.of(before.purchase().detail()).given()) {
      if (given.byLine() != null) {
        given
            .byLine()
            .forEach((at, off) ->
                discounts.merge(
                    given.campaign(),
                    back(off, lines.get(at), had.get(at), has.get(at)),
                    Math::addExact));
      }
    }
    return new Rehearsal.Undone(
        ReturnDetail.of(recorded.detail()), recorded.refund(), amount, cost, discounts);
  }

  private static long back(long sum, PurchaseLine line, long had, long has) {
    return Basket.share(sum, had, line.quantity()) - Basket.share(sum, has, line.quantity());
  }
}
