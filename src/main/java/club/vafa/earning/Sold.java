package club.vafa.earning;

import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A purchase with what has come back of it already. How it was decided is read once, however often
 * it is asked for. It is not safe for threads.
 */
final class Sold {
  private final Purchase purchase;
  private final List<Return> before;
  private @Nullable Detail how;
  private @Nullable List<ReturnDetail> earlier;

  Sold(Purchase purchase, List<Return> before) {
    this.purchase = purchase;
    this.before = before;
  }

  Purchase purchase() {
    return purchase;
  }

  List<Return> before() {
    return before;
  }

  /** The same after one more return. */
  Sold with(Return back) {
    List<Return> all = new ArrayList<>(before);
    all.add(back);
    Sold more = new Sold(purchase, all);
    more.how = how;
    return more;
  }

  /** How it was decided. */
  Detail how() {
    Detail known = how;
    if (known == null) {
      known = Detail.of(purchase.detail());
      how = known;
    }
    return known;
  }

  long left(int line) {
    long left = purchase.lines().get(line).quantity();
    for (Return earlier : before) {
      for (Return.Line back : earlier.lines()) {
        if (back.line() == line) {
          left -= back.quantity();
        }
      }
    }
    return left;
  }

  /** What earlier returns undid. */
  List<ReturnDetail> earlier() {
    List<ReturnDetail> known = earlier;
    if (known == null) {
      known = before.stream().map(back -> ReturnDetail.of(back.detail())).toList();
      earlier = known;
    }
    return known;
  }

  List<Long> left() {
    List<Long> left = new ArrayList<>();
    for (int line = 0; line < purchase.lines().size(); line++) {
      left.add(left(line));
    }
    return left;
  }

  /** The lines that come back, or why they cannot. */
  Outcome<List<Return.Line>> lines(NewReturn wanted) {
    List<Long> left = left();
    if (left.stream().allMatch(quantity -> quantity == 0)) {
      return Outcome.refused(Refusal.of(EarningCode.NOTHING_TO_RETURN));
    }
    if (wanted.lines().isEmpty()) {
      List<Return.Line> all = new ArrayList<>();
      for (int line = 0; line < left.size(); line++) {
        if (left.get(line) > 0) {
          all.add(new Return.Line(line, left.get(line)));
        }
      }
      return Outcome.done(all);
    }
    Input input = new Input();
    Set<Integer> seen = new HashSet<>();
    for (int at = 0; at < wanted.lines().size(); at++) {
      Return.Line line = wanted.lines().get(at);
      String pointer = "/lines/" + at;
      if (line.line() < 0 || line.line() >= left.size()) {
        input.refuse(pointer + "/line", EarningCode.NO_SUCH_LINE, Map.of("last", left.size() - 1));
      } else if (!seen.add(line.line())) {
        input.refuse(pointer + "/line", EarningCode.LINE_TWICE, Map.of("line", line.line()));
      } else if (line.quantity() > left.get(line.line())) {
        input.refuse(
            pointer + "/quantity",
            EarningCode.RETURNED_MORE_THAN_BOUGHT,
            Map.of("left", Amount.plain(left.get(line.line()), Facts.Line.QUANTITY_DECIMALS)));
      }
    }
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(wanted.lines());
  }

  /** What was to be paid for so much of the goods, after discounts. */
  long payable(List<Long> quantities) {
    long payable = 0;
    for (int at = 0; at < quantities.size(); at++) {
      PurchaseLine line = purchase.lines().get(at);
      payable += Basket.share(line.amount() - line.discount(), quantities.get(at), line.quantity());
    }
    return payable;
  }

  /** What of it wallets had paid. */
  long paidByWallets(List<Long> quantities) {
    long paid = 0;
    for (int at = 0; at < quantities.size(); at++) {
      PurchaseLine line = purchase.lines().get(at);
      paid += Basket.share(line.paidByWallets(), quantities.get(at), line.quantity());
    }
    return paid;
  }
}
