package club.vafa.cards.web;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.cards.gifts.NewGiftCard;
import club.vafa.cards.web.GiftCardsApi.GiftCardIn;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Link;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Secrets;
import club.vafa.ui.Subpage;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Gift cards for the staff: what is owed on them, made, looked up by their code. */
@Hidden
@Controller
class GiftCardsPage implements MenuEntry {
  static final String PATH = "/console/gift-cards";
  static final List<Subpage> TABS =
      List.of(
          new Subpage("gifts.title", PATH, Scope.GIFTCARDS_READ, true),
          new Subpage("gifts.find", PATH + "/lookup", Scope.GIFTCARDS_READ));
  private static final String TEMPLATE = "cards/gift";
  private static final String SEARCH = "cards/gift_search";
  private static final int LONGEST = 200;

  private final GiftCards gifts;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  GiftCardsPage(GiftCards gifts, Clubs clubs, Json json, Pages pages) {
    this.gifts = gifts;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH + "/lookup")
  @Needs(Scope.GIFTCARDS_READ)
  ResponseEntity<byte[]> search(Screen screen) {
    return pages.show(screen, SEARCH, new GiftSearch("", Faults.NONE));
  }

  /** The code is a secret, so it is in no address and in no history of a browser. */
  @PostMapping(PATH + "/lookup")
  @Needs(Scope.GIFTCARDS_READ)
  ResponseEntity<byte[]> lookUp(Screen screen, Caller caller, @RequestParam("code") String code) {
    Input input = new Input();
    String read = input.text("/code", code, LONGEST);
    Outcome<GiftCard> found =
        input.faulty()
            ? Outcome.refused(input.refusals())
            : gifts.lookUp(clubs.get(caller.club()), read, caller.id());
    return pages.after(
        screen,
        found,
        card -> PATH + "/" + card.id(),
        new Again(SEARCH, faults -> new GiftSearch(code, faults)));
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.GIFTCARDS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen) {
    return pages.show(
        screen, TEMPLATE, new GiftEntryForm(Form.EMPTY.or("/count", "1").or("/active", "true")));
  }

  /** The codes are shown on the page that answers, and nowhere again. */
  @PostMapping(PATH + "/new")
  @Needs(Scope.GIFTCARDS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<List<NewGiftCard.Made>> made = made(club, caller, written.document());
    return switch (made) {
      case Done<List<NewGiftCard.Made>>(List<NewGiftCard.Made> cards) ->
          pages.show(screen, "list/secrets", shown(screen, cards, PATH));
      case Refused<List<NewGiftCard.Made>>(List<Refusal> refusals) ->
          pages.refused(
              screen, TEMPLATE, new GiftEntryForm(written.form(pages.faults(screen, refusals))));
    };
  }

  static Secrets shown(Screen screen, List<NewGiftCard.Made> cards, String back) {
    return new Secrets(
        screen.text("gifts.codes", "count", cards.size()),
        screen.text("gifts.codes.hint"),
        cards.stream().map(NewGiftCard.Made::code).toList(),
        new Link(back, screen.text("gifts.codes.kept")));
  }

  private Outcome<List<NewGiftCard.Made>> made(Club club, Caller caller, ObjectNode document) {
    int count = document.path("count").canConvertToInt() ? document.get("count").asInt() : 0;
    document.remove("count");
    return json.read(document, GiftCardIn.class)
        .then(in ->
            in.read(club, count)
                .then(wanted -> gifts.make(club, wanted, GiftCardsApi.by(caller, in.reason()))));
  }

  @Override
  public String title() {
    return "gifts.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "credit-card";
  }

  @Override
  public int place() {
    return 420;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.GIFTCARDS_READ;
  }
}
