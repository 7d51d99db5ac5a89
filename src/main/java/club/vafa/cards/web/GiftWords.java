package club.vafa.cards.web;

import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftEntry;
import club.vafa.ui.Fact;
import club.vafa.ui.Item;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import club.vafa.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gift cards in the words of a page. */
record GiftWords(Screen screen) {
  /** A card by the last of its code, which alone is shown. */
  String name(GiftCard card) {
    return "\u2066•••• " + card.lastFour() + "\u2069";
  }

  Mark mark(GiftCard card) {
    Tone tone =
        switch (card.state()) {
          case ACTIVE -> Tone.GOOD;
          case ISSUED, REPLACED -> Tone.PLAIN;
          case BLOCKED, EXPIRED -> Tone.BAD;
        };
    boolean spent = card.state() == GiftCard.State.ACTIVE && card.balance() == 0;
    String state = spent ? "spent" : card.state().name().toLowerCase(Locale.ROOT);
    return new Mark(screen.text("gifts.state." + state), spent ? Tone.PLAIN : tone);
  }

  String about(GiftCard card) {
    return card.activatedAt() == null
        ? screen.text("gifts.made", "day", screen.day(card.issuedAt()))
        : screen.text("gifts.activated", "day", screen.day(card.activatedAt()));
  }

  List<Fact> facts(GiftCard card) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("gifts.balance"), screen.money(card.balance())));
    facts.add(
        new Fact(
            screen.text("gifts.face"),
            card.face() == 0 ? screen.text("gifts.face.open") : screen.money(card.face())));
    facts.add(new Fact(screen.text("gifts.made.label"), screen.day(card.issuedAt())));
    if (card.activatedAt() != null) {
      facts.add(new Fact(screen.text("gifts.activated.label"), screen.day(card.activatedAt())));
    }
    if (card.expiresAt() != null) {
      facts.add(new Fact(screen.text("gifts.until"), screen.day(card.expiresAt().minusMillis(1))));
    }
    if (card.externalId() != null) {
      facts.add(new Fact(screen.text("gifts.external"), card.externalId(), true));
    }
    return facts;
  }

  /** A move of its journal. */
  Item entry(GiftEntry entry) {
    String sign = entry.kind().to() == GiftEntry.Account.CARD ? "+" : "−";
    String reason = entry.cause().reason();
    String actor = entry.cause().actor();
    return new Item(
        screen.text("gifts.move." + entry.kind().name().toLowerCase(Locale.ROOT)),
        "",
        screen.time(entry.at())
            + (actor == null ? "" : " · " + screen.who(actor))
            + (reason == null ? "" : " · " + reason),
        Mark.NONE,
        "\u2066" + sign + "\u2069" + screen.money(entry.amount()));
  }
}
