package club.vafa.rewards.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.Rewards;
import club.vafa.ui.Cell;
import club.vafa.ui.Column;
import club.vafa.ui.Inventory;
import club.vafa.ui.Inventory.Row;
import club.vafa.ui.Item;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of them: searched, narrowed, put in order, taken away as a file. */
@Hidden
@Controller
class RewardsListPage {
  private static final String PATH = "/console/rewards";
  private static final Inventory LIST =
      new Inventory(
              PATH,
              "rewards",
              Scope.REWARDS_READ,
              List.of(
                  new Option("draft", "rewards.state.draft"),
                  new Option("live", "rewards.state.live"),
                  new Option("ended", "rewards.state.ended")),
              List.of(
                  new Column("code", "ui.table.code", true, false, false),
                  new Column("kind", "rewards.kind", true, true, false)))
          .telling("rewards.price");

  private final Rewards rewards;
  private final Clubs clubs;
  private final Lists lists;

  RewardsListPage(Rewards rewards, Clubs clubs, Lists lists) {
    this.rewards = rewards;
    this.clubs = clubs;
    this.lists = lists;
  }

  private static Lists.Look look(Screen screen) {
    return LIST.look(
        new Listing(
                screen.text("rewards.title"),
                screen.text("rewards.hint"),
                List.of(),
                new Listing.Empty(
                    "gift", screen.text("rewards.none"), screen.text("rewards.none.hint")))
            .beside(RewardsPage.TABS)
            .offering(
                screen.may(Scope.REWARDS_WRITE),
                new Link(PATH + "/new", screen.text("rewards.new"))));
  }

  private Rows rows(Screen screen, Caller caller) {
    return LIST.rows(
        after ->
            InputRefused.unlessDone(NamedPaging.within(Page.MOST, after))
                .page((code, most) -> rewards.list(caller.club(), code, most), Reward::code),
        one -> row(screen, one));
  }

  private Row row(Screen screen, Reward one) {
    Club club = clubs.get(screen.club().caller().club());
    RewardWords words = new RewardWords(screen, club);
    RewardTerms terms = RewardWords.terms(one);
    return new Row(
        new Item(words.name(one), PATH + "/" + one.id(), words.prices(terms), words.mark(one)),
        RewardWords.lower(one.state()),
        List.of(Cell.code(one.code()), Cell.text(words.kind(terms))));
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
