package club.vafa.earning;

import club.vafa.clubs.Clubs;
import club.vafa.earning.NewPurchase.Payment;
import club.vafa.goods.Goods;
import club.vafa.kernel.ClubId;
import club.vafa.spending.Spending;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks up what a round needs beside its members' books, and writes what became of it. */
@Component
class Lookup {
  private final Clubs clubs;
  private final Goods goods;
  private final Spending spending;

  Lookup(Clubs clubs, Goods goods, Spending spending) {
    this.clubs = clubs;
    this.goods = goods;
    this.spending = spending;
  }

  /**
   * Looks up.
   *
   * @param quote whether nothing will be written, so that nothing has to be proven
   */
  Beside open(ClubId club, List<? extends Task> tasks, boolean quote) {
    Set<String> uncosted = new HashSet<>();
    Set<String> allowances = new HashSet<>();
    Set<String> confirmations = new HashSet<>();
    for (Task task : tasks) {
      if (task instanceof Task.Buy buy) {
        for (NewPurchase.Line line : buy.purchase().lines()) {
          if (line.cost() == null) {
            uncosted.add(line.sku());
          }
        }
        if (buy.purchase().payments().stream().anyMatch(Payment::drawsUnits)) {
          add(buy.purchase().spend().allowance(), allowances);
          add(buy.purchase().spend().confirmation(), confirmations);
        }
      }
    }
    return new Beside(
        clubs.get(club),
        goods.costs(club, uncosted),
        quote ? null : spending.open(club, allowances, confirmations));
  }

  private static void add(@org.jspecify.annotations.Nullable String proof, Set<String> into) {
    if (proof != null) {
      into.add(proof);
    }
  }

  void write(ClubId club, Beside beside) {
    spending.write(club, beside.spent(), beside.used());
  }
}
