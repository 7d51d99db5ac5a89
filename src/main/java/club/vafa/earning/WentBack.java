package club.vafa.earning;

import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.rewards.Stamped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    for (Given given : before.how().given()) {
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
    ReturnDetail detail = ReturnDetail.of(recorded.detail());
    return new Rehearsal.Undone(
        detail, recorded.refund(), amount, cost, discounts, emptied(detail.rewards()));
  }

  /** Cards that are emptied again, less those that what is given instead fills. */
  private static Map<String, Long> emptied(@Nullable ReturnedRewards rewards) {
    if (rewards == null) {
      return Map.of();
    }
    Map<String, Long> emptied = new HashMap<>();
    rewards.cards().forEach(card -> emptied.merge(card.card(), card.undone(), Math::addExact));
    rewards
        .stamped()
        .forEach(card -> emptied.merge(card.card(), -card.completed(), Math::addExact));
    return emptied;
  }

  /** The stamp cards that were filled, by code; most sales fill none. */
  static Map<String, Long> filled(List<Stamped> stamped) {
    Map<String, Long> filled = Map.of();
    for (Stamped card : stamped) {
      if (card.completed() > 0) {
        filled = filled.isEmpty() ? new HashMap<>() : filled;
        filled.merge(card.card(), card.completed(), Math::addExact);
      }
    }
    return filled;
  }

  private static long back(long sum, PurchaseLine line, long had, long has) {
    return Basket.share(sum, had, line.quantity()) - Basket.share(sum, has, line.quantity());
  }
}
