package club.vafa.access.web;

import club.vafa.access.Staff;
import club.vafa.access.StaffList;
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
class StaffListPage {
  private static final String PATH = "/console/staff";
  private static final Inventory LIST =
      new Inventory(
              PATH,
              "staff",
              Scope.STAFF_READ,
              List.of(
                  new Option("active", "access.state.active"),
                  new Option("blocked", "access.state.blocked")),
              List.of(
                  new Column("login", "access.login.login", true, true, false),
                  new Column("role", "access.role", true, true, false),
                  new Column("branch", "access.branch", true, true, false),
                  new Column("since", "access.since", true, false, false)))
          .plain("access.search");

  private final StaffList staff;
  private final Lists lists;

  StaffListPage(StaffList staff, Lists lists) {
    this.staff = staff;
    this.lists = lists;
  }

  private static Lists.Look look(Screen screen) {
    return LIST.look(
        new Listing(
                screen.text("access.staff"),
                screen.text("access.staff.hint"),
                List.of(),
                new Listing.Empty(
                    "users",
                    screen.text("access.staff.none"),
                    screen.text("access.staff.none.hint")))
            .offering(
                screen.may(Scope.STAFF_WRITE),
                new Link(PATH + "/new", screen.text("access.staff.new"))));
  }

  private Rows rows(Screen screen, Caller caller) {
    return LIST.rows(
        after -> staff.list(caller.club(), InputRefused.unlessDone(Paging.read(Page.MOST, after))),
        one -> row(screen, one));
  }

  private static Row row(Screen screen, Staff one) {
    StaffWords words = new StaffWords(screen);
    return new Row(
        new Item(one.name(), PATH + "/" + one.id(), "", words.mark(one)),
        one.active() ? "active" : "blocked",
        List.of(
            Cell.code(one.login()),
            Cell.text(words.role(one.role())),
            Cell.text(one.branch() == null ? screen.text("access.branch.all") : one.branch()),
            Cell.of(one.createdAt().toString(), screen.day(one.createdAt()))));
  }

  @GetMapping(PATH)
  @Needs(Scope.STAFF_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    return lists.show(screen, typed, look(screen), rows(screen, caller));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs(Scope.STAFF_READ)
  @Takes({"q", "sort", "after", "state", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    Rows rows = rows(screen, screen.club().caller());
    lists.export(screen, look(screen), rows, new Lists.Answered(typed, answer, kind));
  }
}
