package club.vafa.earning;

import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCardCode;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import club.vafa.earning.NewPurchase.Payment;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.LedgerCode;
import club.vafa.spending.SpendingCode;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a purchase is paid: with money, from the member's wallets at what the loyalty table says of
 * its day, or with gift cards.
 */
final class Payments {
  private static final long WHOLE = 1000;

  private final Round round;
  private final NewPurchase purchase;
  private final @Nullable Buyer buyer;
  private final Input input;
  private final List<Detail.Paid> paid = new ArrayList<>();

  private Payments(Round round, NewPurchase purchase, @Nullable Buyer buyer, Input input) {
    this.round = round;
    this.purchase = purchase;
    this.buyer = buyer;
    this.input = input;
  }

  /** What each payment settles; faulty ones are refused. */
  static List<Detail.Paid> read(
      Round round, NewPurchase purchase, @Nullable Buyer buyer, Input input) {
    if (purchase.payments().isEmpty()) {
      return List.of();
    }
    Payments payments = new Payments(round, purchase, buyer, input);
    for (int at = 0; at < purchase.payments().size(); at++) {
      String pointer = "/payments/" + at;
      switch (purchase.payments().get(at)) {
        case Payment.Other(String kind, long amount) ->
            payments.paid.add(Detail.Paid.other(kind, amount));
        case Payment.Wallet wallet -> payments.wallet(pointer, wallet);
        case Payment.GiftCard card -> payments.card(pointer, card);
        case Payment.Goods goods -> payments.goods(pointer, goods);
      }
    }
    return payments.paid;
  }

  private void wallet(String pointer, Payment.Wallet payment) {
    String code = payment.unit();
    Map<String, Object> named = Map.of("value", code);
    Unit unit = round.club.unit(code).orElse(null);
    if (buyer == null) {
      input.refuse(pointer, EarningCode.MEMBER_NEEDED_TO_PAY);
    } else if (unit == null) {
      input.refuse(pointer + "/unit", EarningCode.UNIT_UNKNOWN_HERE, named);
    } else if (paid.stream().anyMatch(before -> before.kept() && code.equals(before.unit()))) {
      input.refuse(pointer + "/unit", EarningCode.UNIT_PAID_TWICE, named);
    } else {
      Worth table = table(unit);
      Rate rate = rate(table, buyer);
      if (rate == null) {
        input.refuse(pointer + "/unit", EarningCode.UNIT_CANNOT_PAY, named);
      } else if (within(pointer, unit, table, payment.amount())) {
        // More than the goods cost is refused below, however much more it is.
        long money = rate.timesAtMost(payment.amount(), purchase.total() + 1);
        paid.add(Detail.Paid.wallet(code, payment.amount(), money, rate));
      }
    }
  }

  private Worth table(Unit unit) {
    return round.worths.of(unit, purchase.occurredAt());
  }

  private @Nullable Rate rate(Worth table, Buyer who) {
    Club club = round.club;
    Set<String> tiers = round.standing(who, purchase.occurredAt()).tiers();
    return table.rate(club.calendar(), club.day(purchase.occurredAt()), tiers);
  }

  private boolean within(String pointer, Unit unit, Worth table, long amount) {
    Long minimum = table.minimum();
    Long maximum = table.maximum();
    Long step = table.step();
    if (minimum != null && amount < minimum) {
      return bounded(pointer, EarningCode.UNIT_BELOW_MINIMUM, unit, minimum);
    }
    if (maximum != null && amount > maximum) {
      return bounded(pointer, EarningCode.UNIT_ABOVE_MAXIMUM, unit, maximum);
    }
    return step == null
        || amount % step == 0
        || bounded(pointer, EarningCode.UNIT_NOT_IN_STEPS, unit, step);
  }

  private boolean bounded(String pointer, EarningCode code, Unit unit, long limit) {
    input.refuse(
        pointer + "/amount",
        code,
        Map.of("limit", Amount.plain(limit, unit.decimals()), "unit", unit.code()));
    return false;
  }

  private void goods(String pointer, Payment.Goods payment) {
    Unit unit = round.club.unit(payment.unit()).orElse(null);
    int at = payment.line();
    if (buyer == null) {
      input.refuse(pointer, EarningCode.MEMBER_NEEDED_TO_PAY);
    } else if (unit == null) {
      input.refuse(
          pointer + "/unit", EarningCode.UNIT_UNKNOWN_HERE, Map.of("value", payment.unit()));
    } else if (at < 0 || at >= purchase.lines().size()) {
      input.refuse(
          pointer + "/line", EarningCode.NO_SUCH_LINE, Map.of("last", purchase.lines().size() - 1));
    } else if (goods(paid).containsKey(at)) {
      input.refuse(pointer + "/line", EarningCode.LINE_PAID_TWICE, Map.of("line", at));
    } else {
      NewPurchase.Line line = purchase.lines().get(at);
      Long price = line.giftCard() == null ? price(unit, line, buyer) : null;
      if (price == null) {
        input.refuse(
            pointer + "/unit",
            EarningCode.GOODS_NOT_FOR_UNIT,
            Map.of("unit", unit.code(), "goods", line.sku()));
      } else {
        paid.add(Detail.Paid.goods(unit.code(), units(price, line), line.amount(), at));
      }
    }
  }

  private @Nullable Long price(Unit unit, NewPurchase.Line line, Buyer who) {
    Instant at = purchase.occurredAt();
    Club club = round.club;
    return table(unit)
        .price(
            new Worth.Wanted(
                club.calendar(),
                club.day(at),
                round.standing(who, at).tiers(),
                line.sku(),
                line.category()));
  }

  /** A part of a piece costs its part, to the next unit above. */
  private static long units(long price, NewPurchase.Line line) {
    return Rate.divide(price, line.quantity(), WHOLE, RoundingMode.CEILING);
  }

  /** What is taken of each unit. */
  static Map<String, Long> units(List<Detail.Paid> payments) {
    Map<String, Long> units = new HashMap<>();
    for (Detail.Paid paid : payments) {
      if (paid.unit() != null) {
        units.merge(paid.unit(), paid.units(), Math::addExact);
      }
    }
    return units;
  }

  /** What units took off the lines they pay. */
  static Map<Integer, Long> goods(List<Detail.Paid> payments) {
    if (payments.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Long> goods = new HashMap<>();
    for (Detail.Paid paid : payments) {
      if (paid.line() != null) {
        goods.put(paid.line(), paid.money());
      }
    }
    return goods;
  }

  private void card(String pointer, Payment.GiftCard payment) {
    Optional<GiftCard> card = round.gifts.usable(payment.code(), purchase.occurredAt());
    if (card.isEmpty()) {
      input.refuse(pointer + "/code", GiftCardCode.GIFT_CARD_NOT_USABLE);
    } else if (paid.stream().anyMatch(before -> card.get().id().value().equals(before.card()))) {
      input.refuse(pointer + "/code", GiftCardCode.GIFT_CARD_TWICE);
    } else {
      paid.add(Detail.Paid.card(card.get(), payment.amount()));
    }
  }

  /** What wallets and cards pay, which falls on the goods alone. */
  static long fromWallets(List<Detail.Paid> payments) {
    long sum = 0;
    for (Detail.Paid paid : payments) {
      sum += paid.kept() ? paid.money() : 0;
    }
    return sum;
  }

  /** What of that does not earn, as the club has it. */
  static long notEarning(Club club, List<Detail.Paid> payments) {
    boolean cardsEarn = club.giftCardsEarn() == Club.GiftCardsEarn.WHEN_SPENT;
    long sum = 0;
    for (Detail.Paid paid : payments) {
      boolean earns = paid.unit() == null ? cardsEarn : club.walletPaidEarns();
      sum += paid.kept() && !earns ? paid.money() : 0;
    }
    return sum;
  }

  /** The payments that pay a larger share of what is due than their table lets them. */
  static List<Refusal> tooMuch(
      Round round, NewPurchase purchase, List<Detail.Paid> payments, long due) {
    if (payments.isEmpty()) {
      return List.of();
    }
    List<Refusal> against = new ArrayList<>();
    for (int at = 0; at < payments.size(); at++) {
      Detail.Paid paid = payments.get(at);
      String kept = paid.kept() ? paid.unit() : null;
      Unit unit = kept == null ? null : round.club.unit(kept).orElse(null);
      Integer percent =
          unit == null ? null : round.worths.of(unit, purchase.occurredAt()).maxPercent();
      if (percent != null && paid.money() > Rate.divide(due, percent, 100, RoundingMode.DOWN)) {
        against.add(
            Refusal.at(
                "/payments/" + at + "/amount",
                EarningCode.UNIT_ABOVE_SHARE,
                Map.of("percent", percent, "unit", String.valueOf(paid.unit()))));
      }
    }
    return against;
  }

  private static boolean mayOwe(Round round, NewPurchase purchase, Buyer buyer, Unit unit) {
    return purchase.spend().owing().contains(unit.code())
        && round.books.unit(buyer.id(), unit).mayOwe();
  }

  /** More is paid with units than may be without the member's own word. */
  static Optional<Refusal> unconfirmed(NewPurchase purchase, List<Detail.Paid> payments) {
    long money = 0;
    for (Detail.Paid paid : payments) {
      money += paid.unit() == null ? 0 : paid.money();
    }
    return money > purchase.spend().free()
        ? Optional.of(Refusal.at("/confirmation", SpendingCode.SPEND_UNCONFIRMED))
        : Optional.empty();
  }

  /** The payments from wallets and cards that hold too little. */
  static List<Refusal> lacking(
      Round round, NewPurchase purchase, @Nullable Buyer buyer, List<Detail.Paid> payments) {
    if (payments.isEmpty()) {
      return List.of();
    }
    List<Refusal> lacking = new ArrayList<>();
    Map<String, Long> taken = new HashMap<>();
    for (int at = 0; at < payments.size(); at++) {
      Detail.Paid paid = payments.get(at);
      String pointer = "/payments/" + at + (paid.line() == null ? "/amount" : "/unit");
      if (paid.card() != null) {
        round.gifts.lacking(paid.card(), paid.money(), pointer).ifPresent(lacking::add);
      } else if (paid.unit() != null && buyer != null) {
        Unit unit = round.club.unit(paid.unit()).orElseThrow();
        long usable = round.books.usableOnVisit(buyer.id(), unit, purchase.occurredAt());
        long wanted = taken.merge(unit.code(), paid.units(), Math::addExact);
        // An allowance is for so many units of a wallet; what goods cost is not in it.
        boolean bounded = paid.line() != null && !purchase.spend().accepted();
        if (usable < wanted && (bounded || !mayOwe(round, purchase, buyer, unit))) {
          lacking.add(
              Refusal.at(
                  pointer,
                  LedgerCode.INSUFFICIENT_BALANCE,
                  Map.of(
                      "active",
                      Amount.plain(usable, unit.decimals()),
                      "wanted",
                      Amount.plain(wanted, unit.decimals()),
                      "unit",
                      unit.counted(usable))));
        }
      }
    }
    return lacking;
  }
}
