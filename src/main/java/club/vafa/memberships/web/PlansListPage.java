package club.vafa.memberships.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.memberships.Plan;
import club.vafa.memberships.Plans;
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
class PlansListPage {
  private static final String PATH = "/console/memberships/plans";
  private static final Inventory LIST =
      new Inventory(
          PATH,
          "plans",
          Scope.PLANS_READ,
          List.of(
              new Option("draft", "memberships.plan.state.draft"),
              new Option("live", "memberships.plan.state.live"),
              new Option("ended", "memberships.plan.state.ended")),
          List.of(new Column("code", "ui.table.code", true, false, false)));

  private final Plans plans;
  private final Lists lists;

  PlansListPage(Plans plans, Lists lists) {
    this.plans = plans;
    this.lists = lists;
  }

  private static Lists.Look look(Screen screen) {
    return LIST.look(
        new Listing(
                screen.text("memberships.plans"),
                screen.text("memberships.hint"),
                List.of(),
                new Listing.Empty(
                    "id", screen.text("memberships.none"), screen.text("memberships.none.hint")))
            .beside(PlansPage.tabs())
            .offering(
                screen.may(Scope.PLANS_WRITE),
                new Link(PATH + "/new", screen.text("memberships.new"))));
  }

  private Rows rows(Screen screen, Caller caller) {
    return LIST.rows(
        after ->
            InputRefused.unlessDone(NamedPaging.within(Page.MOST, after))
                .page((code, most) -> plans.list(caller.club(), code, most), Plan::code),
        one -> row(screen, one));
  }

  private static Row row(Screen screen, Plan one) {
    PlanWords words = new PlanWords(screen);
    return new Row(
        new Item(words.name(one), PATH + "/" + one.id(), words.fee(one.terms()), words.mark(one)),
        PlanWords.lower(one.state()),
        List.of(Cell.code(one.code())));
  }

  @GetMapping(PATH)
  @Needs(Scope.PLANS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    return lists.show(screen, typed, look(screen), rows(screen, caller));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs(Scope.PLANS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    Rows rows = rows(screen, screen.club().caller());
    lists.export(screen, look(screen), rows, new Lists.Answered(typed, answer, kind));
  }
}
