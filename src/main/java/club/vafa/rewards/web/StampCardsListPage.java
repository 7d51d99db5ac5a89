package club.vafa.rewards.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.rewards.StampCard;
import club.vafa.rewards.StampCards;
import club.vafa.ui.Cell;
import club.vafa.ui.Column;
import club.vafa.ui.Inventory;
import club.vafa.ui.Inventory.Row;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Lists;
import club.vafa.ui.Option;
import club.vafa.ui.Rows;
import club.vafa.ui.Screen;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of them: searched, narrowed, put in order, taken away as a file. */
@Hidden
@Controller
class StampCardsListPage {
  private static final String PATH = "/console/rewards/stamp-cards";
  private static final Inventory LIST =
      new Inventory(
          PATH,
          "stamp-cards",
          Scope.REWARDS_READ,
          List.of(
              new Option("live", "rewards.state.live"), new Option("ended", "rewards.state.ended")),
          List.of(new Column("code", "ui.table.code", true, false, false)));

  private final StampCards cards;
  private final StampCardsPage page;
  private final Lists lists;

  StampCardsListPage(StampCards cards, StampCardsPage page, Lists lists) {
    this.cards = cards;
    this.page = page;
    this.lists = lists;
  }

  private static Lists.Look look(Screen screen) {
    return LIST.look(
        new Listing(
                screen.text("rewards.stamps"),
                screen.text("rewards.stamps.hint"),
                List.of(),
                new Listing.Empty(
                    "stack-2",
                    screen.text("rewards.stamps.none"),
                    screen.text("rewards.stamps.none.hint")))
            .beside(RewardsPage.TABS)
            .offering(
                screen.may(Scope.REWARDS_WRITE),
                new Link(PATH + "/new", screen.text("rewards.stamps.new"))));
  }

  private Rows rows(Screen screen, Caller caller) {
    return LIST.rows(
        after ->
            InputRefused.unlessDone(NamedPaging.within(Page.MOST, after))
                .page((code, most) -> cards.list(caller.club(), code, most), StampCard::code),
        one -> row(screen, one));
  }

  private Row row(Screen screen, StampCard one) {
    return new Row(
        page.item(screen, one),
        one.state().name().toLowerCase(Locale.ROOT),
        List.of(Cell.code(one.code())));
  }

  @GetMapping(PATH)
  @Needs(Scope.REWARDS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    return lists.show(screen, typed, look(screen), rows(screen, caller));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs(Scope.REWARDS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    Rows rows = rows(screen, screen.club().caller());
    lists.export(screen, look(screen), rows, new Lists.Answered(typed, answer, kind));
  }
}
