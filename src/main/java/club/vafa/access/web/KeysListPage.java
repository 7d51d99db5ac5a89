package club.vafa.access.web;

import club.vafa.access.ApiKey;
import club.vafa.access.ApiKeys;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
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
class KeysListPage {
  private static final String PATH = "/console/api-keys";
  private static final Inventory LIST =
      new Inventory(
          PATH,
          "api-keys",
          Scope.KEYS_READ,
          List.of(
              new Option("active", "access.state.active"),
              new Option("revoked", "access.keys.revoked")),
          List.of(
              new Column("hint", "access.keys.hint_column", false, true, false),
              new Column("maker", "access.keys.maker", true, false, false),
              new Column("since", "access.since", true, true, false)));

  private final ApiKeys keys;
  private final Lists lists;

  KeysListPage(ApiKeys keys, Lists lists) {
    this.keys = keys;
    this.lists = lists;
  }

  private static Lists.Look look(Screen screen) {
    return LIST.look(
        new Listing(
                screen.text("access.keys"),
                screen.text("access.keys.hint"),
                List.of(),
                new Listing.Empty(
                    "lock", screen.text("access.keys.none"), screen.text("access.keys.none.hint")))
            .offering(
                screen.may(Scope.KEYS_WRITE),
                new Link(PATH + "/new", screen.text("access.keys.new"))));
  }

  private Rows rows(Screen screen, Caller caller) {
    return LIST.rows(
        after -> keys.list(caller.club(), InputRefused.unlessDone(Paging.read(Page.MOST, after))),
        one -> row(screen, one));
  }

  private static Row row(Screen screen, ApiKey one) {
    return new Row(
        new Item(
            one.name(),
            PATH + "/" + one.id(),
            KeysPage.used(screen, one),
            KeysPage.mark(screen, one)),
        one.revokedAt() == null ? "active" : "revoked",
        List.of(
            Cell.code("…" + one.hint()),
            Cell.text(one.createdBy().replaceFirst("^(staff|key):", "")),
            Cell.of(one.createdAt().toString(), screen.day(one.createdAt()))));
  }

  @GetMapping(PATH)
  @Needs(Scope.KEYS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    return lists.show(screen, typed, look(screen), rows(screen, caller));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs(Scope.KEYS_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    Rows rows = rows(screen, screen.club().caller());
    lists.export(screen, look(screen), rows, new Lists.Answered(typed, answer, kind));
  }
}
