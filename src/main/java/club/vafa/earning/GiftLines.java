package club.vafa.earning;

import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCardCode;
import club.vafa.cards.gifts.GiftDesk;
import club.vafa.cards.gifts.GiftEntry;
import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The lines of a sale that sell money on gift cards: no goods, so nothing of them is given away.
 */
final class GiftLines {
  /** What a rehearsed sale put money on: the cards of the past stay as they are. */
  private static final UUID NO_CARD = new UUID(0, 0);

  private GiftLines() {}

  /** Which cards the sale puts how much on; faulty ones are refused. */
  static List<Detail.Funded> read(Round round, NewPurchase purchase, Input input) {
    if (!sells(purchase)) {
      return List.of();
    }
    List<Detail.Funded> funded = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int at = 0; at < purchase.lines().size(); at++) {
      NewPurchase.Line line = purchase.lines().get(at);
      String code = line.giftCard();
      if (code != null && round.rehearsed) {
        funded.add(new Detail.Funded(at, NO_CARD, "", line.amount(), earns(round.club)));
      } else if (code != null) {
        String pointer = "/lines/" + at;
        Optional<GiftCard> card = round.gifts.sellable(code, purchase.occurredAt());
        if (card.isEmpty()) {
          input.refuse(pointer + "/giftCard", GiftCardCode.GIFT_CARD_NOT_USABLE);
        } else if (!seen.add(card.get().id().value())) {
          input.refuse(pointer + "/giftCard", GiftCardCode.GIFT_CARD_TWICE);
        } else if (GiftDesk.worth(card.get(), line.amount()) <= 0) {
          input.refuse(pointer + "/amount", GiftCardCode.GIFT_CARD_FACE);
        } else {
          funded.add(
              new Detail.Funded(
                  at,
                  card.get().id().value(),
                  card.get().lastFour(),
                  GiftDesk.worth(card.get(), line.amount()),
                  earns(round.club)));
        }
      }
    }
    return funded;
  }

  private static boolean sells(NewPurchase purchase) {
    for (NewPurchase.Line line : purchase.lines()) {
      if (line.giftCard() != null) {
        return true;
      }
    }
    return false;
  }

  static boolean earns(Club club) {
    return club.giftCardsEarn() == Club.GiftCardsEarn.WHEN_SOLD;
  }

  /** What of a sale is for money on cards that earns nothing. */
  static long apart(NewPurchase purchase, List<Detail.Funded> funded) {
    long sum = 0;
    for (Detail.Funded one : funded) {
      sum += one.earns() ? 0 : purchase.lines().get(one.line()).amount();
    }
    return sum;
  }

  /** Puts the money on the cards. */
  static void fund(Round round, List<Detail.Funded> funded, UUID purchase, Instant at) {
    GiftEntry.Cause cause = GiftEntry.Cause.of(GiftEntry.Document.PURCHASE, purchase);
    if (!round.rehearsed) {
      funded.forEach(one -> round.gifts.fund(one.card(), one.amount(), cause, at));
    }
  }
}
