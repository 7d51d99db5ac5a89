package club.vafa.earning;

import club.vafa.activity.Purchase;
import club.vafa.clubs.Unit;
import club.vafa.earning.ReturnDecider.Asked;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Rate;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Ledger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What wallets had paid for goods that come back. */
final class PaidBack {
  private PaidBack() {}

  /**
   * Wallet payments go back by the returned lines' share, in the unit they were paid with; units
   * that paid for goods by the share of those goods.
   */
  static List<ReturnDetail.GaveBack> give(
      Round round, Asked asked, MemberId member, List<Long> after) {
    Purchase purchase = asked.sold().purchase();
    Detail sold = asked.sold().how();
    List<ReturnDetail.GaveBack> gaveBack = new ArrayList<>();
    Cause cause = Cause.returned(asked.id(), purchase.id()).because(asked.wanted().actor(), null);
    gone(asked, sold, after)
        .forEach((code, gone) -> {
          long back = gone - earlier(asked, code);
          if (back > 0) {
            Unit unit = round.club.unit(code).orElseThrow();
            Books.Reversed reversed =
                round.books.reverseSpend(
                    asked.bought(), unit, purchase.id(), back, cause, asked.at());
            handOver(round, asked, new Ledger.Part(member, code, reversed.usable()), cause);
            gaveBack.add(
                new ReturnDetail.GaveBack(
                    code, reversed.usable() + reversed.settled(), reversed.expired()));
          }
        });
    return gaveBack;
  }

  /** What of each unit had paid for the goods that are gone, minor units. */
  private static Map<String, Long> gone(Asked asked, Detail sold, List<Long> after) {
    Map<String, Long> gone = new LinkedHashMap<>();
    for (Detail.Paid paid : sold.payments()) {
      if (paid.unit() != null && paid.units() > 0) {
        gone.merge(paid.unit(), paid.units() - kept(asked, paid, after), Math::addExact);
      }
    }
    return gone;
  }

  private static long kept(Asked asked, Detail.Paid paid, List<Long> after) {
    Purchase purchase = asked.sold().purchase();
    Integer line = paid.line();
    if (line != null) {
      return Basket.share(paid.units(), after.get(line), purchase.lines().get(line).quantity());
    }
    return purchase.paidByWallets() == 0
        ? paid.units()
        : Rate.divide(
            paid.units(),
            asked.sold().paidByWallets(after),
            purchase.paidByWallets(),
            RoundingMode.HALF_EVEN);
  }

  /** What came back to the awards of a merged member goes on to whom they were merged into. */
  static void handOver(Round round, Asked asked, Ledger.Part part, Cause cause) {
    if (part.amount() == 0 || part.member().equals(asked.bought())) {
      return;
    }
    Unit unit = round.club.unit(part.unit()).orElseThrow();
    Outcome<?> moved =
        round.books.transfer(asked.bought(), part.member(), unit, part.amount(), cause, asked.at());
    if (moved instanceof Outcome.Refused<?> refused) {
      throw new IllegalStateException("what came back could not be moved: " + refused);
    }
  }

  private static long earlier(Asked asked, String unit) {
    return asked.sold().earlier().stream()
        .flatMap(back -> back.gaveBack().stream())
        .filter(back -> back.unit().equals(unit))
        .mapToLong(back -> back.usable() + back.expired())
        .sum();
  }
}
