package club.vafa.earning;

import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCardCode;
import club.vafa.cards.gifts.GiftEntry;
import club.vafa.earning.ReturnDecider.Asked;
import club.vafa.kernel.Money;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Refusal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What gift cards had to do with a sale whose goods come back. */
final class GiftsBack {
  private GiftsBack() {}

  /** The cards a sale was paid with or put money on. */
  static Set<UUID> cards(Purchase purchase) {
    Set<UUID> cards = new HashSet<>();
    Detail sold = Detail.of(purchase.detail());
    for (Detail.Paid paid : sold.payments()) {
      if (paid.card() != null) {
        cards.add(paid.card());
      }
    }
    sold.funded().forEach(funded -> cards.add(funded.card()));
    return cards;
  }

  /** Why cards the sale put money on cannot come back: the money was spent. */
  static List<Refusal> lacking(Round round, Asked asked) {
    List<Refusal> lacking = new ArrayList<>();
    for (Detail.Funded funded : asked.sold().how().funded()) {
      long back = withdrawn(asked, funded);
      GiftCard card = round.gifts.card(funded.card());
      if (back > card.balance()) {
        lacking.add(
            Refusal.at(
                "/lines",
                GiftCardCode.GIFT_CARD_SPENT,
                Map.of(
                    "line",
                    funded.line(),
                    "balance",
                    new Money(card.balance(), round.club.currency()).amount(),
                    "wanted",
                    new Money(back, round.club.currency()).amount(),
                    "currency",
                    round.club.currency().getCurrencyCode())));
      }
    }
    return lacking;
  }

  /** Takes back what the sale put on cards, for the lines that come back. */
  static long withdraw(Round round, Asked asked) {
    long sum = 0;
    for (Detail.Funded funded : asked.sold().how().funded()) {
      long back = withdrawn(asked, funded);
      if (back > 0 && !round.rehearsed) {
        round.gifts.withdraw(funded.card(), back, cause(asked), asked.at());
        sum += back;
      }
    }
    return sum;
  }

  /** By the share of the line that comes back now, so that all parts add up to the whole. */
  private static long withdrawn(Asked asked, Detail.Funded funded) {
    PurchaseLine line = asked.sold().purchase().lines().get(funded.line());
    long before = asked.sold().left(funded.line());
    long after = before;
    for (Return.Line back : asked.lines()) {
      after -= back.line() == funded.line() ? back.quantity() : 0;
    }
    return Basket.share(funded.amount(), before, line.quantity())
        - Basket.share(funded.amount(), after, line.quantity());
  }

  /** What of a refund is for money put on cards by lines that counted as no spending. */
  static long uncounted(Asked asked) {
    long sum = 0;
    for (Detail.Funded funded : asked.sold().how().funded()) {
      PurchaseLine line = asked.sold().purchase().lines().get(funded.line());
      if (!funded.earns()) {
        for (Return.Line back : asked.lines()) {
          long before = asked.sold().left(back.line());
          sum +=
              back.line() == funded.line()
                  ? Basket.share(line.amount() - line.discount(), before, line.quantity())
                      - Basket.share(
                          line.amount() - line.discount(),
                          before - back.quantity(),
                          line.quantity())
                  : 0;
        }
      }
    }
    return sum;
  }

  /** Gives back to the cards that paid, the last one first, by the returned lines' share. */
  static List<ReturnDetail.CardBack> refund(Round round, Asked asked, List<Long> after) {
    Purchase purchase = asked.sold().purchase();
    List<Detail.Paid> cards =
        asked.sold().how().payments().stream().filter(p -> p.card() != null).toList();
    List<ReturnDetail.CardBack> gaveBack = new ArrayList<>();
    if (cards.isEmpty()) {
      return gaveBack;
    }
    long paid = cards.stream().mapToLong(Detail.Paid::money).sum();
    long keeps =
        Rate.divide(
            paid,
            asked.sold().paidByWallets(after),
            purchase.paidByWallets(),
            RoundingMode.HALF_EVEN);
    long earlier = 0;
    for (Detail.Paid card : cards) {
      earlier += earlier(asked, card);
    }
    long rest = paid - keeps - earlier;
    for (Detail.Paid card : cards.reversed()) {
      long back = Math.min(rest, card.money() - earlier(asked, card));
      UUID id = card.card();
      if (back > 0 && id != null) {
        GiftCard now = round.gifts.refund(id, back, cause(asked), asked.at());
        boolean usable = now.state() != GiftCard.State.EXPIRED;
        gaveBack.add(
            new ReturnDetail.CardBack(id, now.lastFour(), usable ? back : 0, usable ? 0 : back));
        rest -= back;
      }
    }
    return gaveBack;
  }

  private static long earlier(Asked asked, Detail.Paid card) {
    return asked.sold().earlier().stream()
        .flatMap(back -> back.cardsBack().stream())
        .filter(back -> back.card().equals(card.card()))
        .mapToLong(back -> back.usable() + back.expired())
        .sum();
  }

  private static GiftEntry.Cause cause(Asked asked) {
    return new GiftEntry.Cause(GiftEntry.Document.RETURN, asked.id(), asked.wanted().actor(), null);
  }
}
