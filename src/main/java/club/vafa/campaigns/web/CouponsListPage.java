package club.vafa.campaigns.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.Coupons;
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
class CouponsListPage {
  private static final String PATH = "/console/coupons";
  private static final Inventory LIST =
      new Inventory(
          PATH,
          "coupons",
          Scope.COUPONS_READ,
          List.of(
              new Option("active", "coupons.state.active"),
              new Option("cancelled", "coupons.state.cancelled")),
          List.of(new Column("code", "ui.table.code", true, true, false)));

  private final Coupons coupons;
  private final Lists lists;

  CouponsListPage(Coupons coupons, Lists lists) {
    this.coupons = coupons;
    this.lists = lists;
  }

  private static Lists.Look look(Screen screen) {
    return LIST.look(
        new Listing(
                screen.text("coupons.title"),
                screen.text("coupons.hint"),
                List.of(),
                new Listing.Empty(
                    "rosette-discount",
                    screen.text("coupons.none"),
                    screen.text("coupons.none.hint")))
            .beside(CouponsPage.TABS)
            .offering(
                screen.may(Scope.COUPONS_WRITE),
                new Link(PATH + "/new", screen.text("coupons.new"))));
  }

  private Rows rows(Screen screen, Caller caller) {
    return LIST.rows(
        after ->
            InputRefused.unlessDone(Paging.read(Page.MOST, after))
                .page(
                    (start, most) -> coupons.list(caller.club(), start, most),
                    coupon -> coupon.id().value()),
        one -> row(screen, one));
  }

  private static Row row(Screen screen, Coupon one) {
    CouponWords words = new CouponWords(screen);
    return new Row(
        new Item(words.name(one), PATH + "/" + one.id(), words.about(one), words.mark(one)),
        one.cancelled() ? "cancelled" : "active",
        List.of(Cell.code(one.code())));
  }

  @GetMapping(PATH)
  @Needs(Scope.COUPONS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    return lists.show(screen, typed, look(screen), rows(screen, caller));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs(Scope.COUPONS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    Rows rows = rows(screen, screen.club().caller());
    lists.export(screen, look(screen), rows, new Lists.Answered(typed, answer, kind));
  }
}
