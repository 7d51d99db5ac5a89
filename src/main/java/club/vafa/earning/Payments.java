package club.vafa.earning;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.LedgerCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a purchase is paid: with money, or from the member's wallets at the club's rate. */
final class Payments {
  private Payments() {}

  /** What each payment settles; faulty ones are refused. */
  static List<Detail.Paid> read(
      Club club, NewPurchase purchase, @Nullable Buyer buyer, Input input) {
    List<Detail.Paid> paid = new ArrayList<>();
    for (int at = 0; at < purchase.payments().size(); at++) {
      String pointer = "/payments/" + at;
      switch (purchase.payments().get(at)) {
        case NewPurchase.Payment.Other(String kind, long amount) ->
            paid.add(new Detail.Paid(kind, null, 0, amount));
        case NewPurchase.Payment.Wallet(String code, long amount) -> {
          Unit unit = club.unit(code).orElse(null);
          if (buyer == null) {
            input.refuse(pointer, EarningCode.MEMBER_NEEDED_TO_PAY);
          } else if (unit == null) {
            input.refuse(pointer + "/unit", EarningCode.UNIT_UNKNOWN_HERE, Map.of("value", code));
          } else if (unit.worth() == null) {
            input.refuse(pointer + "/unit", EarningCode.UNIT_CANNOT_PAY, Map.of("value", code));
          } else if (paid.stream().anyMatch(before -> code.equals(before.unit()))) {
            input.refuse(pointer + "/unit", EarningCode.UNIT_PAID_TWICE, Map.of("value", code));
          } else {
            // More than the goods cost is refused below, however much more it is.
            long money = unit.worth().timesAtMost(amount, purchase.total() + 1);
            paid.add(new Detail.Paid("wallet", code, amount, money));
          }
        }
      }
    }
    return paid;
  }

  /** The payments from wallets that hold too little. */
  static List<Refusal> lacking(
      Round round, NewPurchase purchase, @Nullable Buyer buyer, List<Detail.Paid> payments) {
    List<Refusal> lacking = new ArrayList<>();
    for (int at = 0; at < payments.size(); at++) {
      Detail.Paid paid = payments.get(at);
      if (paid.unit() != null && buyer != null) {
        Unit unit = round.club.unit(paid.unit()).orElseThrow();
        long usable = round.books.usable(buyer.id(), unit, purchase.occurredAt());
        if (usable < paid.units()) {
          lacking.add(
              Refusal.at(
                  "/payments/" + at + "/amount",
                  LedgerCode.INSUFFICIENT_BALANCE,
                  Map.of(
                      "active",
                      Amount.plain(usable, unit.decimals()),
                      "wanted",
                      Amount.plain(paid.units(), unit.decimals()),
                      "unit",
                      unit.code())));
        }
      }
    }
    return lacking;
  }
}
