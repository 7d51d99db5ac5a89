package club.vafa.settlement.web;

import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.settlement.PriceForm;
import club.vafa.settlement.PriceList;
import club.vafa.settlement.Settlement;
import club.vafa.settlement.web.PartnersApi.PricesIn;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a unit costs who gives it and brings who takes it: the lists, and the form of the next. */
@Hidden
@Controller
class PricesPage {
  static final String PATH = SettlementPage.PATH + "/prices";
  private static final String TEMPLATE = "settlement/prices";

  private final Settlement settlement;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  PricesPage(Settlement settlement, Clubs clubs, Json json, Pages pages) {
    this.settlement = settlement;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> list(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    List<Item> items = new ArrayList<>();
    for (PriceList list : settlement.priceLists(club.id()).reversed()) {
      for (PriceForm price : PriceForm.of(club, list.prices())) {
        items.add(
            new Item(
                unit(screen, club, price),
                "",
                told(screen, price),
                Mark.NONE,
                screen.text("settlement.prices.since", "day", screen.day(list.from()))));
      }
    }
    return pages.show(
        screen,
        "list/page",
        new Listing(
                screen.text("settlement.menu"),
                screen.text("settlement.prices.hint"),
                items,
                new Listing.Empty(
                    "coins",
                    screen.text("settlement.prices.none"),
                    screen.text("settlement.prices.none.hint")))
            .beside(SettlementPage.TABS)
            .offering(
                screen.may(Scope.SETTLEMENT_WRITE),
                new Link(PATH + "/edit", screen.text("settlement.prices.edit"), false, "edit")));
  }

  static String unit(Screen screen, Club club, PriceForm price) {
    return club.unit(String.valueOf(price.unit()))
        .map(unit -> unit.name(screen.language()))
        .orElse("");
  }

  /** A price in words. */
  static String told(Screen screen, PriceForm price) {
    Integer back = price.expiredBack();
    return screen.text(
        "settlement.prices.line",
        "issue",
        money(screen, price.issue()),
        "spend",
        money(screen, price.spend()),
        "back",
        back == null ? 0 : back);
  }

  /** Finer than money is written, so a number of its own. */
  static String money(Screen screen, @Nullable Decimal money) {
    BigDecimal value = money == null ? BigDecimal.ZERO : money.value();
    return screen.fine(screen.club().toman() ? value.movePointLeft(1) : value);
  }

  @GetMapping(PATH + "/edit")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    ArrayNode prices = JsonNodeFactory.instance.arrayNode();
    settlement
        .prices(club)
        .ifPresent(list ->
            PriceForm.of(club, list.prices()).forEach(price -> prices.add(json.tree(price))));
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    known.set("prices", prices);
    return pages.show(screen, TEMPLATE, entry(screen, club, Form.of(known)));
  }

  private static PartnerEntry entry(Screen screen, Club club, Form form) {
    return PartnerEntry.of(screen, club, List.of()).filled(form, "");
  }

  @PostMapping(PATH + "/edit")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<PriceList> put =
        json.read(written.without("prices", "unit"), PricesIn.class)
            .then(in -> in.read(club, settlement.today(club)))
            .then(list -> settlement.put(club, list, caller.actor()));
    return pages.after(
        screen,
        put,
        _ -> PATH,
        new Again(TEMPLATE, faults -> entry(screen, club, written.form(faults))));
  }
}
