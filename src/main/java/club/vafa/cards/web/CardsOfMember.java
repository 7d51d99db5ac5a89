package club.vafa.cards.web;

import club.vafa.cards.Card;
import club.vafa.cards.CardState;
import club.vafa.kernel.MemberId;
import club.vafa.ui.Faults;
import club.vafa.ui.Tone;
import club.vafa.ui.Typed;
import java.util.List;
import java.util.Locale;

/** A member's cards, and the form to give another. */
public record CardsOfMember(MemberId member, List<Card> cards, Typed typed, Faults faults) {
  public CardsOfMember {
    cards = List.copyOf(cards);
  }

  static CardState state(String text) {
    return CardState.valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Where a card is in its life, as the language files name it. */
  public static String key(Card card) {
    return "cards.state." + card.state().name().toLowerCase(Locale.ROOT);
  }

  public static Tone tone(Card card) {
    return card.refusal().isEmpty() ? Tone.GOOD : Tone.BAD;
  }

  /** Where forms about a card are sent. */
  public String path(Card card) {
    return "/console/members/" + member + "/cards/" + card.id();
  }
}
