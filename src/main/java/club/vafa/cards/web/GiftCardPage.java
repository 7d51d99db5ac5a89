package club.vafa.cards.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCardCode;
import club.vafa.cards.gifts.GiftCardId;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.cards.gifts.GiftCards.By;
import club.vafa.cards.gifts.GiftCards.Transfer;
import club.vafa.cards.gifts.NewGiftCard;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Form;
import club.vafa.ui.Link;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** One gift card for the staff: its journal, topped up, blocked, moved, given a new code. */
@Hidden
@Controller
class GiftCardPage {
  private static final String PATH = GiftCardsPage.PATH + "/{id}";
  private static final int ENTRIES = 50;
  private static final int LONGEST = 200;

  private final GiftCards gifts;
  private final Clubs clubs;
  private final Pages pages;

  GiftCardPage(GiftCards gifts, Clubs clubs, Pages pages) {
    this.gifts = gifts;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.GIFTCARDS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, find(caller, id), Form.EMPTY));
  }

  private GiftCard find(Caller caller, String id) {
    return GiftCardId.parse(id)
        .flatMap(known -> gifts.find(caller.club(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(GiftCardCode.GIFT_CARD_NOT_FOUND))));
  }

  private Sheet sheet(Screen screen, GiftCard card, Form typed) {
    GiftWords words = new GiftWords(screen);
    Sheet sheet =
        new Sheet(
                words.name(card),
                screen.money(card.balance()),
                words.mark(card),
                new Link(GiftCardsPage.PATH, screen.text("gifts.back")))
            .and(
                new Section(screen.text("gifts.about"), words.facts(card))
                    .leadingTo(
                        card.replacedBy() == null
                            ? null
                            : new Link(
                                GiftCardsPage.PATH + "/" + card.replacedBy(),
                                screen.text("gifts.replaced_by"))))
            .and(
                Section.list(
                    screen.text("gifts.journal"),
                    card.entries() == 0 ? screen.text("gifts.journal.none") : "",
                    gifts
                        .entries(
                            screen.club().caller().club(), card.id(), Integer.MAX_VALUE, ENTRIES)
                        .stream()
                        .map(words::entry)
                        .toList()));
    return offered(sheet, screen, card).with(typed);
  }

  private static Sheet offered(Sheet sheet, Screen screen, GiftCard card) {
    boolean may = screen.may(Scope.GIFTCARDS_WRITE);
    boolean waits = card.state() == GiftCard.State.ISSUED;
    boolean active = card.state() == GiftCard.State.ACTIVE;
    boolean blocked = card.state() == GiftCard.State.BLOCKED;
    return sheet
        .offering(may && waits, deed(screen, card, "activate").asking(amount(screen, false)))
        .offering(
            may && active, deed(screen, card, "fund").asking(amount(screen, true), reason(screen)))
        .offering(
            may && active && card.balance() > 0,
            deed(screen, card, "transfer")
                .asking(
                    new Ask("text/to", screen.text("gifts.transfer.to"), true),
                    amount(screen, true),
                    reason(screen)))
        .offering(may && active, deed(screen, card, "block"))
        .offering(may && blocked, deed(screen, card, "unblock"))
        .offering(
            may && (waits || active || blocked),
            deed(screen, card, "replace").asking(reason(screen)).forGood());
  }

  private static Deed deed(Screen screen, GiftCard card, String to) {
    return new Deed(
        GiftCardsPage.PATH + "/" + card.id() + (to.equals("replace") ? "/replace" : "/move"),
        to,
        screen.text("gifts." + to),
        screen.text("gifts." + to + ".hint"));
  }

  private static Ask amount(Screen screen, boolean required) {
    return new Ask(
        "money/amount", screen.text("gifts.amount", "currency", screen.currencySign()), required);
  }

  private static Ask reason(Screen screen) {
    return new Ask("text/reason", screen.text("gifts.reason"), false);
  }

  @PostMapping(PATH + "/move")
  @Needs(Scope.GIFTCARDS_WRITE)
  ResponseEntity<byte[]> move(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    GiftCard card = find(caller, id);
    Written written = new Written(sent, screen.club());
    Move move = new Move(clubs.get(caller.club()), caller, written.document());
    return pages.after(
        screen,
        moved(move, card, Objects.requireNonNullElse(sent.getFirst("to"), "")),
        done -> GiftCardsPage.PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, find(caller, id), written.form(faults))));
  }

  private record Move(Club club, Caller caller, ObjectNode document) {}

  private Outcome<GiftCard> moved(Move move, GiftCard card, String to) {
    Club club = move.club();
    Input input = new Input();
    String reason =
        input.optionalText("/reason", move.document().path("reason").asString(""), LONGEST);
    By by = new By(move.caller().actor(), reason);
    String typed = move.document().path("amount").asString("");
    boolean optional = to.equals("activate") && typed.isEmpty();
    Long amount = optional ? null : Long.valueOf(money(input, club, typed, to));
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    return switch (to) {
      case "activate", "fund" -> gifts.fund(club, card.id(), amount, by);
      case "block" -> gifts.block(club, card.id(), true);
      case "unblock" -> gifts.block(club, card.id(), false);
      case "transfer" ->
          gifts
              .lookUp(club, move.document().path("to").asString(""), move.caller().id())
              .then(other ->
                  gifts.transfer(
                      club, card.id(), new Transfer(other.id(), amount == null ? 0 : amount), by));
      default -> Outcome.refused(Refusal.of(ApiCode.BAD_REQUEST));
    };
  }

  private static long money(Input input, Club club, String typed, String to) {
    if (to.equals("block") || to.equals("unblock")) {
      return 0;
    }
    Decimal amount = Decimal.parse(typed).orElse(null);
    if (amount == null && !typed.isEmpty()) {
      input.refuse("/amount", InputCode.NOT_A_NUMBER);
      return 0;
    }
    return input.positive(
        "/amount", amount == null ? null : amount.value(), Money.decimals(club.currency()));
  }

  /** The new code is shown on the page that answers, and nowhere again. */
  @PostMapping(PATH + "/replace")
  @Needs(Scope.GIFTCARDS_WRITE)
  ResponseEntity<byte[]> replace(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    GiftCard card = find(caller, id);
    Input input = new Input();
    String reason = input.optionalText("/reason", sent.getFirst("text/reason"), LONGEST);
    Outcome<NewGiftCard.Made> made =
        input.faulty()
            ? Outcome.refused(input.refusals())
            : gifts.replace(clubs.get(caller.club()), card.id(), new By(caller.actor(), reason));
    return switch (made) {
      case Done<NewGiftCard.Made>(NewGiftCard.Made fresh) ->
          pages.show(
              screen,
              "list/secrets",
              GiftCardsPage.shown(
                  screen, List.of(fresh), GiftCardsPage.PATH + "/" + fresh.card().id()));
      case Refused<NewGiftCard.Made>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              "list/sheet",
              sheet(screen, card, Form.EMPTY.with(pages.faults(screen, refusals))));
    };
  }
}
