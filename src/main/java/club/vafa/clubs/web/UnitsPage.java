package club.vafa.clubs.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Conversion;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Fact;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What members collect, for owners: told, added and changed. */
@Hidden
@Controller
class UnitsPage implements MenuEntry {
  private static final Rate NONE = new Rate(0, 1);
  static final String PATH = "/console/units";

  private final Clubs clubs;
  private final Pages pages;

  UnitsPage(Clubs clubs, Pages pages) {
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTINGS_READ)
  ResponseEntity<byte[]> list(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    UnitWords words = new UnitWords(screen, club);
    List<Item> items =
        club.units().stream()
            .map(unit ->
                new Item(
                    unit.name(screen.language()),
                    PATH + "/" + unit.code(),
                    words.kind(unit) + " · " + words.expiry(unit.expiry()),
                    Mark.NONE,
                    unit.worth() == null ? "" : words.worth(unit, unit.worth())))
            .toList();
    Listing listing =
        new Listing(
                screen.text("clubs.units"),
                screen.text("clubs.units.hint"),
                items,
                new Listing.Empty(
                    "coins", screen.text("clubs.units.none"), screen.text("clubs.units.none.hint")))
            .offering(
                screen.may(Scope.SETTINGS_WRITE),
                new Link(PATH + "/new", screen.text("clubs.unit.new")));
    return pages.show(screen, "list/page", listing);
  }

  @GetMapping(PATH + "/{code}")
  @Needs(Scope.SETTINGS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("code") String code) {
    Club club = clubs.get(caller.club());
    Unit unit = find(club, code);
    UnitWords words = new UnitWords(screen, club);
    Sheet sheet =
        new Sheet(
                unit.name(screen.language()),
                screen.text("clubs.code", "code", unit.code()),
                Mark.NONE,
                new Link(PATH, screen.text("clubs.units.back")))
            .and(new Section(screen.text("clubs.unit.about"), facts(words, unit)))
            .changedAt(
                screen.may(Scope.SETTINGS_WRITE),
                new Link(PATH + "/" + code + "/edit", screen.text("clubs.change")));
    List<Worth> worths = clubs.worths(club.id(), unit);
    for (Worth worth : worths) {
      Section table = table(words, unit, worth);
      boolean last = worth.equals(worths.getLast()) && screen.may(Scope.SETTINGS_WRITE);
      sheet = sheet.and(last ? table.leadingTo(change(screen, unit)) : table);
    }
    List<Item> turned = conversions(screen, club, unit);
    if (!turned.isEmpty()) {
      sheet = sheet.and(Section.list(screen.text("clubs.conversions"), "", turned));
    }
    return pages.show(screen, "list/sheet", sheet);
  }

  private static Link change(Screen screen, Unit unit) {
    return new Link(PATH + "/" + unit.code() + "/worth", screen.text("clubs.worth.edit"));
  }

  private static List<Fact> facts(UnitWords words, Unit unit) {
    Screen screen = words.screen();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("clubs.unit.kind"), words.kind(unit)));
    facts.add(new Fact(screen.text("clubs.unit.expiry"), words.expiry(unit.expiry())));
    facts.add(new Fact(screen.text("clubs.unit.waiting"), words.waiting(unit.waiting())));
    for (Unit.ByTier own : unit.byTier()) {
      List<String> parts = new ArrayList<>();
      if (own.expiry() != null) {
        parts.add(words.expiry(own.expiry()));
      }
      if (own.waiting() != null) {
        parts.add(words.waiting(own.waiting()));
      }
      facts.add(
          new Fact(screen.text("clubs.worth.tier", "tier", own.tier()), String.join(" ", parts)));
    }
    facts.add(new Fact(screen.text("clubs.unit.decimals"), screen.number(unit.decimals())));
    facts.add(
        new Fact(
            screen.text("clubs.unit.rounding"),
            screen.text("clubs.unit.rounding." + UnitWords.lower(unit.rounding()))));
    facts.add(
        new Fact(
            screen.text("clubs.unit.owing"),
            screen.text(unit.mayOwe() ? "clubs.yes" : "clubs.no")));
    return facts;
  }

  /** A version of the loyalty table, the rows in the order in which the first that fits holds. */
  private static Section table(UnitWords words, Unit unit, Worth worth) {
    Screen screen = words.screen();
    List<Item> rows = new ArrayList<>();
    worth
        .rows()
        .forEach(row ->
            rows.add(new Item(words.when(row), "", "", Mark.NONE, words.worth(unit, row.worth()))));
    String otherwise = screen.text(rows.isEmpty() ? "clubs.worth.always" : "clubs.worth.else");
    rows.add(new Item(otherwise, "", "", Mark.NONE, words.worth(unit, worth.base())));
    worth
        .goods()
        .forEach(goods ->
            rows.add(
                new Item(
                    String.valueOf(goods.sku() == null ? goods.category() : goods.sku()),
                    "",
                    words.when(new Worth.Row(goods.season(), goods.dates(), goods.tier(), NONE)),
                    Mark.NONE,
                    screen.amount(new Amount(goods.units(), unit.decimals())))));
    rows.addAll(bounds(words, unit, worth));
    String title =
        worth.from().equals(Instant.MIN)
            ? screen.text("clubs.worth")
            : screen.text("clubs.worth.from", "day", screen.day(worth.from()));
    return Section.list(title, "", rows);
  }

  /** How much of it may pay at once. */
  private static List<Item> bounds(UnitWords words, Unit unit, Worth worth) {
    Screen screen = words.screen();
    List<Item> rows = new ArrayList<>();
    Map<String, @Nullable Long> bounds = new LinkedHashMap<>();
    bounds.put("clubs.worth.minimum", worth.minimum());
    bounds.put("clubs.worth.step", worth.step());
    bounds.put("clubs.worth.maximum", worth.maximum());
    bounds.forEach((key, minor) -> {
      if (minor != null) {
        String amount = screen.amount(new Amount(minor, unit.decimals()));
        rows.add(new Item(screen.text(key), "", "", Mark.NONE, amount));
      }
    });
    if (worth.maxPercent() != null) {
      rows.add(
          new Item(
              screen.text("clubs.worth.share"),
              "",
              "",
              Mark.NONE,
              screen.text("clubs.percent", "percent", screen.number(worth.maxPercent()))));
    }
    return rows;
  }

  private List<Item> conversions(Screen screen, Club club, Unit unit) {
    List<Item> items = new ArrayList<>();
    for (Conversion conversion : clubs.conversions(club.id())) {
      if (conversion.from().equals(unit.code()) || conversion.to().equals(unit.code())) {
        items.add(
            new Item(
                screen.text(
                    "clubs.conversion",
                    "from",
                    name(screen, club, conversion.from()),
                    "to",
                    name(screen, club, conversion.to())),
                "",
                screen.text(
                    conversion.automatic() == null
                        ? "clubs.conversion.wished"
                        : "clubs.conversion.itself"),
                Mark.NONE));
      }
    }
    return items;
  }

  private static String name(Screen screen, Club club, String code) {
    return club.unit(code).map(unit -> unit.name(screen.language())).orElse(code);
  }

  static Unit find(Club club, String code) {
    return club.unit(code)
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(ApiCode.NOT_FOUND))));
  }

  @Override
  public String title() {
    return "clubs.units";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "coins";
  }

  @Override
  public int place() {
    return 450;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.SETTINGS_READ;
  }
}
