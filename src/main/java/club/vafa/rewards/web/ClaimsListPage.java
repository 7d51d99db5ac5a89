package club.vafa.rewards.web;

import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Clubs;
import club.vafa.members.Members;
import club.vafa.rewards.Claim;
import club.vafa.rewards.Rewards;
import club.vafa.ui.Column;
import club.vafa.ui.Filter;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Lists;
import club.vafa.ui.Option;
import club.vafa.ui.Screen;
import club.vafa.ui.TableForm;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What members claimed as a list; what waits to be handed over is one step away. */
@Hidden
@Controller
class ClaimsListPage {
  private static final String PATH = ClaimsPage.PATH;
  private static final TableForm FORM =
      new TableForm(
          PATH,
          "rewards.claims.search",
          List.of(
              new Column("reward", "rewards.claims.reward", false, true, false),
              new Column("member", "rewards.claims.member", false, true, false),
              new Column("pieces", "rewards.claim.quantity", false, false, true),
              new Column("paid", "rewards.claim.paid", false, true, false),
              new Column("at", "rewards.claim.at", true, true, false),
              new Column("until", "rewards.claim.until", false, false, false),
              new Column("state", "ui.table.state", false, true, false)),
          List.of(
              new Filter("state", "ui.table.state", states()),
              Filter.day("from", "rewards.claims.from"),
              Filter.day("until", "rewards.claims.until")),
          "-at",
          Scope.MEMBERS_EXPORT);

  private final Rewards rewards;
  private final Members members;
  private final Clubs clubs;
  private final Lists lists;

  ClaimsListPage(Rewards rewards, Members members, Clubs clubs, Lists lists) {
    this.rewards = rewards;
    this.members = members;
    this.clubs = clubs;
    this.lists = lists;
  }

  private static List<Option> states() {
    return Stream.of(Claim.State.values())
        .map(RewardWords::lower)
        .map(state -> new Option(state, "rewards.claim.state." + state))
        .toList();
  }

  private static Lists.Look look(Screen screen) {
    return new Lists.Look(
        "claims",
        FORM,
        screen.text("rewards.claims"),
        screen.text("rewards.claims.hint"),
        RewardsPage.TABS,
        new Listing.Empty(
            "package",
            screen.text("rewards.claims.never"),
            screen.text("rewards.claims.never.hint")),
        new Link(
            PATH + "?sort=at&state=requested",
            screen.text("rewards.claims.waiting"),
            false,
            "package"));
  }

  private ClaimRows rows(Screen screen) {
    RewardWords words = new RewardWords(screen, clubs.get(screen.club().caller().club()));
    return new ClaimRows(rewards, members, words, FORM);
  }

  @GetMapping(PATH)
  @Needs(Scope.REWARDS_READ)
  @Takes({"q", "sort", "after", "state", "from", "until", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Typed typed) {
    return lists.show(screen, typed, look(screen), rows(screen));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs({Scope.REWARDS_READ, Scope.MEMBERS_EXPORT})
  @Takes({"q", "sort", "after", "state", "from", "until", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    lists.export(screen, look(screen), rows(screen), new Lists.Answered(typed, answer, kind));
  }
}
