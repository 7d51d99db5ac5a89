package club.vafa.settlement.web;

import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import club.vafa.settlement.Moved;
import club.vafa.settlement.Movements;
import club.vafa.settlement.Movements.Asked;
import club.vafa.settlement.SettlementCode;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Fact;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Typed;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The entries behind a line of a statement, and each of them, which can be disputed. */
@Hidden
@Controller
class EntriesPage {
  static final String PATH = SettlementPage.PATH + "/entries";
  private static final int LONGEST = 500;

  private final Movements movements;
  private final Picking picking;
  private final Clubs clubs;
  private final Pages pages;

  EntriesPage(Movements movements, Picking picking, Clubs clubs, Pages pages) {
    this.movements = movements;
    this.picking = picking;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(StatementsPage.PATH + "/{number}/entries")
  @Needs(Scope.SETTLEMENT_READ)
  @Takes({"partner", "unit", "what", "after"})
  ResponseEntity<byte[]> list(
      Screen screen, Caller caller, @PathVariable("number") String number, Typed typed) {
    Club club = clubs.get(caller.club());
    Picking.Words words = Picking.Words.of(number, typed::at);
    Asked asked = InputRefused.unlessDone(picking.asked(club, words));
    String after = typed.at("after");
    Page<Moved> page =
        Page.of(
            movements.list(
                club,
                asked,
                InputRefused.unlessDone(Picking.after(after.isEmpty() ? null : after)).orElse(null),
                Page.USUAL + 1),
            Page.USUAL,
            Picking::cursor);
    return pages.show(
        screen, "list/page", listing(screen, club, asked, page).goingOn(next(words, page)));
  }

  private static @Nullable String next(Picking.Words words, Page<Moved> page) {
    return page.next() == null
        ? null
        : StatementsPage.PATH
            + "/"
            + words.number()
            + "/entries?partner="
            + words.partner()
            + "&unit="
            + words.unit()
            + "&what="
            + words.what()
            + "&after="
            + page.next();
  }

  private static Listing listing(Screen screen, Club club, Asked asked, Page<Moved> page) {
    String title =
        screen.text(
            "settlement.entries",
            "what",
            screen.text("settlement.what." + asked.what().word()),
            "unit",
            club.unit(asked.unit()).name(screen.language()));
    String hint =
        screen.text(
            "settlement.entries.of",
            "name",
            screen.apart(asked.partner()),
            "first",
            screen.day(asked.first()),
            "last",
            screen.day(asked.last()));
    return new Listing(
        title,
        hint,
        page.data().stream().map(moved -> item(screen, club, moved)).toList(),
        new Listing.Empty(
            "notes",
            screen.text("settlement.entries.none"),
            screen.text("settlement.entries.none.hint")));
  }

  private static Item item(Screen screen, Club club, Moved moved) {
    return new Item(
        units(screen, club, moved) + " · " + screen.money(moved.money()),
        PATH + "/" + SettlementViews.movement(moved.id()),
        screen.text(
            "settlement.entry.about",
            "place",
            screen.apart(place(moved)),
            "issuer",
            screen.apart(issuer(screen, moved))),
        moved.corrects() == null
            ? Mark.NONE
            : new Mark(screen.text("settlement.entry.corrects"), Tone.PLAIN),
        screen.day(moved.day()));
  }

  private static String units(Screen screen, Club club, Moved moved) {
    return StatementSheet.units(screen, club.unit(moved.unit()), moved.units());
  }

  /** A branch or reward by its code. */
  private static String place(Moved moved) {
    return moved.place().substring(moved.place().indexOf(':') + 1);
  }

  private static String issuer(Screen screen, Moved moved) {
    return moved.issuer().isEmpty() ? screen.text("settlement.statement.nobody") : moved.issuer();
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id));
  }

  private Sheet sheet(Screen screen, Caller caller, String id) {
    Club club = clubs.get(caller.club());
    Moved moved = find(club, id);
    String what = screen.text("settlement.what." + moved.what().word());
    return new Sheet(
            screen.text("settlement.entry", "day", screen.day(moved.day())),
            what,
            moved.corrects() == null
                ? Mark.NONE
                : new Mark(screen.text("settlement.entry.corrects"), Tone.PLAIN),
            new Link(StatementsPage.PATH, screen.text("settlement.statements")))
        .and(
            new Section(what, facts(screen, club, moved))
                .leadingTo(
                    screen.may(Scope.MEMBERS_READ)
                        ? new Link(
                            "/console/members/" + moved.member(),
                            screen.text("settlement.entry.member"))
                        : null))
        .offering(
            screen.may(Scope.SETTLEMENT_WRITE),
            new Deed(
                    PATH + "/" + id + "/dispute",
                    "dispute",
                    screen.text("settlement.dispute"),
                    screen.text("settlement.dispute.hint"))
                .asking(new Ask("text/reason", screen.text("settlement.dispute.reason"), true)));
  }

  private static List<Fact> facts(Screen screen, Club club, Moved moved) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("settlement.entry.units"), units(screen, club, moved)));
    if (moved.rate() != null) {
      facts.add(
          new Fact(
              screen.text("settlement.entry.price"),
              PricesPage.money(
                  screen,
                  new Decimal(
                      new BigDecimal(club.unit(moved.unit()).worthOfOne(club, moved.rate())))),
              true));
    }
    facts.add(new Fact(screen.text("settlement.entry.money"), screen.money(moved.money())));
    facts.add(new Fact(screen.text("settlement.entry.place"), place(moved)));
    facts.add(new Fact(screen.text("settlement.entry.issuer"), issuer(screen, moved)));
    facts.add(new Fact(screen.text("settlement.entry.at"), screen.time(moved.at())));
    facts.add(new Fact(screen.text("settlement.entry.price_day"), screen.day(moved.priceDay())));
    return facts;
  }

  private Moved find(Club club, String id) {
    return id(id)
        .flatMap(known -> movements.find(club, known))
        .orElseThrow(
            () -> new InputRefused(List.of(Refusal.of(SettlementCode.MOVEMENT_NOT_FOUND))));
  }

  private static Optional<UUID> id(String text) {
    return TypeId.parse(Moved.PREFIX, text);
  }

  @PostMapping(PATH + "/{id}/dispute")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> dispute(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Moved moved = find(club, id);
    Input input = new Input();
    String reason = input.text("/reason", sent.getFirst("text/reason"), LONGEST);
    Written written = new Written(sent, screen.club());
    return pages.after(
        screen,
        input.faulty()
            ? Outcome.refused(input.refusals())
            : movements.dispute(club, moved.id(), reason, caller.actor()),
        made -> DisputesPage.PATH + "/" + made.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id).with(written.form(faults))));
  }
}
