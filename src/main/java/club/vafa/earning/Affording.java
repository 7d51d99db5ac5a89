package club.vafa.earning;

import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Rate;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a past sale can be paid with when the wallets hold something else than they did. */
record Affording(Round round, MemberId member, Instant at, Map<String, Long> lacking) {

  List<NewPurchase.Payment> payments(List<NewPurchase.Payment> asked, long due) {
    List<NewPurchase.Payment> payments = new ArrayList<>();
    long left = due;
    for (NewPurchase.Payment payment : asked) {
      switch (payment) {
        case NewPurchase.Payment.Other other -> payments.add(other);
        case NewPurchase.Payment.Wallet(String code, long amount) -> {
          Unit unit = round.club.unit(code).orElse(null);
          Rate worth = unit == null ? null : unit.worth();
          long units = unit == null || worth == null ? 0 : affordable(unit, worth, amount, left);
          if (units > 0 && worth != null) {
            payments.add(new NewPurchase.Payment.Wallet(code, units));
            left -= worth.timesAtMost(units, left);
          }
          if (units < amount) {
            lacking.merge(code, amount - units, Math::addExact);
          }
        }
      }
    }
    return payments;
  }

  private long affordable(Unit unit, Rate worth, long asked, long due) {
    long units = Math.min(asked, round.books.usable(member, unit, at));
    if (worth.numerator() > 0 && worth.timesAtMost(units, due + 1) > due) {
      long dear = worth.numerator();
      long perMoney = worth.denominator();
      units = Rate.divide(due, perMoney, dear, RoundingMode.DOWN);
    }
    return units;
  }
}
