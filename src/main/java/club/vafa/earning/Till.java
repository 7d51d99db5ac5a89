package club.vafa.earning;

import club.vafa.activity.PurchaseLine;
import club.vafa.cards.gifts.GiftEntry;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.PurchaseDecider.Decided;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is paid from wallets and cards, and what is put on cards.
 *
 * @param notEarning what of the payments does not earn, minor units
 */
record Till(List<Detail.Paid> payments, List<Detail.Funded> funded, long notEarning) {
  long paidByWallets() {
    return Payments.fromWallets(payments);
  }

  /** Why the payments cannot be taken. */
  static List<Refusal> against(Round round, Decided decided) {
    NewPurchase purchase = decided.purchase();
    List<Detail.Paid> payments = decided.till().payments();
    long due = decided.due();
    if (decided.till().paidByWallets() > due) {
      Money money = new Money(due, round.club.currency());
      return List.of(
          Refusal.at(
              "/payments",
              EarningCode.OVERPAID,
              Map.of("due", money.amount(), "currency", money.currency().getCurrencyCode())));
    }
    Optional<Refusal> unconfirmed = Payments.unconfirmed(purchase, payments);
    if (unconfirmed.isPresent()) {
      return List.of(unconfirmed.get());
    }
    List<Refusal> tooMuch = Payments.tooMuch(round, purchase, payments, due);
    return tooMuch.isEmpty()
        ? Payments.lacking(round, purchase, decided.buyer(), payments)
        : tooMuch;
  }

  /** Takes from the gift cards what they pay. */
  static void payWithCards(Round round, Decided decided, UUID id) {
    GiftEntry.Cause cause = GiftEntry.Cause.of(GiftEntry.Document.PURCHASE, id);
    for (Detail.Paid paid : decided.till().payments()) {
      if (paid.card() != null) {
        round.gifts.spend(paid.card(), paid.money(), cause, decided.purchase().occurredAt());
      }
    }
  }

  /** Takes from the wallets what they pay. */
  static void spend(Round round, MemberId member, Decided decided, UUID id) {
    for (Detail.Paid paid : decided.till().payments()) {
      if (paid.unit() != null && paid.units() > 0) {
        Unit unit = round.club.unit(paid.unit()).orElseThrow();
        long advanced = advance(round, member, unit, new Spent(paid.units(), decided, id));
        Outcome<?> spent =
            round.books.spend(
                member, unit, paid.units(), Cause.purchase(id), decided.purchase().occurredAt());
        if (spent instanceof Outcome.Refused<?> refused) {
          throw new IllegalStateException("checked payment was refused: " + refused);
        }
        owe(round, member, unit, new Spent(advanced, decided, id));
      }
    }
  }

  /** So many units of a sale. */
  private record Spent(long units, Decided decided, UUID id) {
    Instant at() {
      return decided.purchase().occurredAt();
    }
  }

  /**
   * What is spent beyond what there is, is lent before it is spent. She has 20, owes nothing, and
   * spent 50 at a till without network: 30 are lent, 50 are spent, and the 30 are taken back, which
   * leaves her owing 30. What she owed before is lent too, as an award settles a debt first.
   */
  private static long advance(Round round, MemberId member, Unit unit, Spent spent) {
    long missing = spent.units() - round.books.usable(member, unit, spent.at());
    if (missing <= 0) {
      return 0;
    }
    long lent = Math.addExact(missing, round.books.balance(member, unit).owed());
    Cause cause = Cause.purchase(spent.id());
    if (round.books.adjust(member, unit, lent, Terms.NONE, cause, spent.at())
        instanceof Outcome.Refused<?> refused) {
      throw new IllegalStateException("an advance was refused: " + refused);
    }
    return lent;
  }

  private static void owe(Round round, MemberId member, Unit unit, Spent lent) {
    if (lent.units() > 0) {
      round.books.clawBack(
          member,
          unit,
          lent.id(),
          null,
          lent.units(),
          Club.ReturnPolicy.MAY_OWE,
          Cause.purchase(lent.id()),
          lent.at());
    }
  }

  /** The recorded lines, each with its share of the discounts and of what wallets paid. */
  static List<PurchaseLine> lines(Decided decided) {
    List<NewPurchase.Line> lines = decided.purchase().lines();
    long[] due = new long[lines.size()];
    long[] goods = new long[lines.size()];
    for (int at = 0; at < due.length; at++) {
      due[at] = decided.due(at);
      goods[at] = lines.get(at).giftCard() == null ? due[at] : 0;
    }
    long[] byWallets = Basket.split(decided.till().paidByWallets(), goods);
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
