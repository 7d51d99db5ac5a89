package club.vafa.earning;

import club.vafa.clubs.Unit;
import club.vafa.kernel.Rate;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a past sale can be paid with when the wallets hold something else than they did.
 *
 * @param taken units that pay for goods of it already
 */
record Affording(
    Round round, Buyer member, Instant at, Map<String, Long> taken, Map<String, Long> lacking) {

  /**
   * The goods of a past sale that units still pay here, one after the other.
   *
   * @param payable whether the sale can be paid so
   */
  static List<NewPurchase.Payment> goods(NewPurchase purchase, Predicate<NewPurchase> payable) {
    List<NewPurchase.Payment> goods = new ArrayList<>();
    for (NewPurchase.Payment payment : purchase.payments()) {
      if (payment instanceof NewPurchase.Payment.Goods) {
        goods.add(payment);
        if (!payable.test(purchase.paid(goods))) {
          goods.removeLast();
        }
      }
    }
    return goods;
  }

  List<NewPurchase.Payment> payments(List<NewPurchase.Payment> asked, long due) {
    List<NewPurchase.Payment> payments = new ArrayList<>();
    long left = due;
    for (NewPurchase.Payment payment : asked) {
      switch (payment) {
        case NewPurchase.Payment.GiftCard _ ->
            throw new IllegalStateException("sales of the past name no gift cards");
        case NewPurchase.Payment.Other(String kind, long amount) -> {
          long money = kept(payment) ? Math.min(amount, left) : amount;
          payments.add(new NewPurchase.Payment.Other(kind, money));
          left -= kept(payment) ? money : 0;
        }
        case NewPurchase.Payment.Goods _ -> {}
        case NewPurchase.Payment.Wallet(String code, long amount) -> {
          Unit unit = round.club.unit(code).orElse(null);
          Rate worth = unit == null ? null : worth(unit);
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

  /** Whether a payment is limited by what is due: from a wallet, or from a gift card. */
  static boolean kept(NewPurchase.Payment payment) {
    return payment.drawsUnits()
        || (payment instanceof NewPurchase.Payment.Other(String kind, long _)
            && kind.equals(Detail.Paid.GIFT_CARD));
  }

  private @Nullable Rate worth(Unit unit) {
    return round
        .worths
        .of(unit, at)
        .rate(round.club.calendar(), round.club.day(at), round.standing(member, at).tiers());
  }

  private long affordable(Unit unit, Rate worth, long asked, long due) {
    long usable =
        round.books.usableOnVisit(member.id(), unit, at) - taken.getOrDefault(unit.code(), 0L);
    long units = Math.min(asked, Math.max(0, usable));
    if (worth.numerator() > 0 && worth.timesAtMost(units, due + 1) > due) {
      long dear = worth.numerator();
      long perMoney = worth.denominator();
      units = Rate.divide(due, perMoney, dear, RoundingMode.DOWN);
    }
    return units;
  }
}
