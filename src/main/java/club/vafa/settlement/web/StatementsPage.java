package club.vafa.settlement.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.Settlement;
import club.vafa.settlement.SettlementCode;
import club.vafa.ui.Cell;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.FileContent;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Listing;
import club.vafa.ui.Lists;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Tone;
import club.vafa.ui.Typed;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Statements of the coalition: the running one, which can be closed, and those that are. */
@Hidden
@Controller
class StatementsPage {
  static final String PATH = SettlementPage.PATH + "/statements";
  private static final String ONE = PATH + "/{number}";
  private static final String TEMPLATE = "settlement/statement";

  private final Settlement settlement;
  private final Picking picking;
  private final Clubs clubs;
  private final Pages pages;
  private final Lists lists;

  StatementsPage(Settlement settlement, Picking picking, Clubs clubs, Pages pages, Lists lists) {
    this.settlement = settlement;
    this.picking = picking;
    this.clubs = clubs;
    this.pages = pages;
    this.lists = lists;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> list(
      Screen screen, Caller caller, @RequestParam(required = false) @Nullable Integer before) {
    Club club = clubs.get(caller.club());
    List<Item> items = new ArrayList<>();
    if (before == null) {
      picking.statement(club, "open").ifPresent(open -> items.add(item(screen, open)));
    }
    List<PartnersStatement> found = settlement.closed(club.id(), before, Page.USUAL + 1);
    found.stream().limit(Page.USUAL).forEach(one -> items.add(item(screen, one)));
    String next =
        found.size() > Page.USUAL ? PATH + "?before=" + found.get(Page.USUAL - 1).number() : null;
    return pages.show(
        screen,
        "list/page",
        new Listing(
                screen.text("settlement.menu"),
                screen.text("settlement.hint"),
                items,
                new Listing.Empty(
                    "report-money",
                    screen.text("settlement.statements.none"),
                    screen.text("settlement.statements.none.hint")))
            .beside(SettlementPage.TABS)
            .goingOn(next));
  }

  private static Item item(Screen screen, PartnersStatement one) {
    return new Item(
        StatementSheet.title(screen, one),
        PATH + "/" + (one.closed() ? one.number() : "open"),
        StatementSheet.days(screen, one),
        StatementSheet.mark(screen, one),
        screen.money(one.kitty()));
  }

  @GetMapping(ONE)
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("number") String number) {
    Club club = clubs.get(caller.club());
    return pages.show(screen, TEMPLATE, sheet(screen, club, find(club, number), Form.EMPTY));
  }

  private PartnersStatement find(Club club, String number) {
    return picking
        .statement(club, number)
        .orElseThrow(() ->
            new InputRefused(List.of(Refusal.of(SettlementCode.SETTLEMENT_STATEMENT_NOT_FOUND))));
  }

  private static StatementSheet sheet(
      Screen screen, Club club, PartnersStatement statement, Form typed) {
    boolean may = screen.may(Scope.SETTLEMENT_WRITE) && !statement.closed();
    Deed close =
        new Deed(
                PATH + "/close",
                "close",
                screen.text("settlement.close"),
                screen.text("settlement.close.hint"))
            .asking(new Ask("date/through", screen.text("settlement.close.through"), true));
    return new StatementSheet(screen, club, statement, may ? close : null, typed);
  }

  @PostMapping(PATH + "/close")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> close(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    return pages.after(
        screen,
        through(screen, sent).then(day -> settlement.close(club, day, caller.actor())),
        made -> PATH + "/" + made.number(),
        new Again(
            TEMPLATE, faults -> sheet(screen, club, find(club, "open"), written.form(faults))));
  }

  private static Outcome<LocalDate> through(Screen screen, MultiValueMap<String, String> sent) {
    Input input = new Input();
    String typed = sent.getFirst("date/through");
    Optional<LocalDate> day =
        new Typed(Map.of("through", typed == null ? "" : typed))
            .day("through", screen.club().calendar(), input);
    if (day.isEmpty() && !input.faulty()) {
      input.refuse("/through", InputCode.REQUIRED);
    }
    return day.map(Outcome::done).orElseGet(() -> Outcome.refused(input.refusals()));
  }

  @GetMapping(ONE + "/export.{kind:csv|xlsx}")
  @Needs(Scope.SETTLEMENT_READ)
  void export(
      Screen screen,
      @PathVariable("number") String number,
      @PathVariable("kind") String kind,
      HttpServletResponse answer) {
    Club club = clubs.get(screen.club().caller().club());
    PartnersStatement statement = find(club, number);
    lists.export(
        screen,
        answer,
        kind,
        new FileContent(
            "settlement-" + statement.number(),
            StatementFile.HEADINGS,
            StatementFile.rows(club, statement).stream()
                .map(row -> row.stream().map(Cell::text).toList())));
  }

  static Mark closed(Screen screen, boolean closed) {
    return closed
        ? new Mark(screen.text("settlement.statement.closed"), Tone.GOOD)
        : new Mark(screen.text("settlement.statement.running"), Tone.PLAIN);
  }
}
