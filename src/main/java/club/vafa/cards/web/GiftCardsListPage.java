package club.vafa.cards.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.cards.gifts.GiftFilter;
import club.vafa.cards.gifts.GiftsOwed;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Money;
import club.vafa.ui.Asked;
import club.vafa.ui.Cell;
import club.vafa.ui.Column;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Lists;
import club.vafa.ui.Rows;
import club.vafa.ui.Screen;
import club.vafa.ui.TableForm;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gift cards as a list, however many there are; found by the last of their codes. */
@Hidden
@Controller
class GiftCardsListPage {
  private static final String PATH = GiftCardsPage.PATH;
  private static final TableForm FORM =
      new TableForm(
          PATH,
          "gifts.search",
          List.of(
              new Column("card", "gifts.card", false, true, false),
              new Column("balance", "gifts.balance", false, true, true),
              new Column("face", "gifts.face", false, true, true),
              new Column("made", "gifts.made.label", false, true, false),
              new Column("activated", "gifts.activated.label", false, false, false),
              new Column("state", "ui.table.state", false, true, false)),
          List.of(),
          "made",
          Scope.GIFTCARDS_READ);

  private final GiftCards gifts;
  private final Lists lists;

  GiftCardsListPage(GiftCards gifts, Lists lists) {
    this.gifts = gifts;
    this.lists = lists;
  }

  private Lists.Look look(Screen screen) {
    return new Lists.Look(
        "gift-cards",
        FORM,
        screen.text("gifts.title"),
        owed(screen, screen.club().caller()),
        GiftCardsPage.TABS,
        new Listing.Empty("gift", screen.text("gifts.none"), screen.text("gifts.none.hint")),
        screen.may(Scope.GIFTCARDS_WRITE)
            ? new Link(PATH + "/new", screen.text("gifts.new"))
            : null);
  }

  /** What the club owes, in a sentence. */
  private String owed(Screen screen, Caller caller) {
    GiftsOwed owed = gifts.owed(caller.club());
    return screen.text(
        "gifts.owed",
        "money",
        screen.money(owed.outstanding()),
        "count",
        owed.active(),
        "waiting",
        owed.waiting());
  }

  /** Cards as they are read along their ids. */
  private record CardRows(GiftCards gifts, Screen screen) implements Rows {
    private ClubId club() {
      return screen.club().caller().club();
    }

    private static GiftFilter filter(Asked asked) {
      return asked.wanted().isEmpty() ? GiftFilter.ALL : GiftFilter.lastFour(asked.wanted());
    }

    @Override
    public Page<List<Cell>> part(Asked asked, @Nullable String after, int most) {
      int parts = Math.min(most, Page.MOST);
      Paging paging = InputRefused.unlessDone(Paging.read(parts, after));
      return gifts
          .list(club(), filter(asked), paging)
          .map(
              card -> FORM.shown(asked).stream().map(column -> cell(card, column.code())).toList());
    }

    private Cell cell(GiftCard card, String column) {
      GiftWords words = new GiftWords(screen);
      return switch (column) {
        case "card" -> Cell.link(words.name(card), PATH + "/" + card.id());
        case "balance" ->
            card.state() == GiftCard.State.ISSUED ? Cell.of("", "—") : money(card.balance());
        case "face" -> money(card.face());
        case "made" -> Cell.of(card.issuedAt().toString(), screen.day(card.issuedAt()));
        case "activated" ->
            card.activatedAt() == null
                ? Cell.text("")
                : Cell.of(card.activatedAt().toString(), screen.day(card.activatedAt()));
        default -> Cell.of(words.mark(card));
      };
    }

    private Cell money(long minor) {
      return Cell.of(new Money(minor, screen.club().currency()).decimal(), screen.money(minor));
    }

    @Override
    public long count(Asked asked, int most) {
      return gifts.counted(club(), filter(asked), most);
    }
  }

  @GetMapping(PATH)
  @Needs(Scope.GIFTCARDS_READ)
  @Takes({"q", "sort", "after", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Typed typed) {
    return lists.show(screen, typed, look(screen), new CardRows(gifts, screen));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs(Scope.GIFTCARDS_READ)
  @Takes({"q", "sort", "after", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    lists.export(
        screen, look(screen), new CardRows(gifts, screen), new Lists.Answered(typed, answer, kind));
  }
}
