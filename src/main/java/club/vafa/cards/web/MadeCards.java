package club.vafa.cards.web;

import club.vafa.cards.gifts.NewGiftCard;
import java.util.List;

/** Codes of gift cards that were just made, shown this once. */
public record MadeCards(List<String> codes, String back) {
  static MadeCards of(List<NewGiftCard.Made> cards, String back) {
    return new MadeCards(cards.stream().map(NewGiftCard.Made::code).toList(), back);
  }

  @Override
  public String toString() {
    return "MadeCards[" + codes.size() + "]";
  }
}
