package club.vafa.earning.web;

import club.vafa.activity.Activity;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Clubs;
import club.vafa.earning.web.PurchaseRows.Shown;
import club.vafa.members.Members;
import club.vafa.ui.Column;
import club.vafa.ui.Filter;
import club.vafa.ui.Listing;
import club.vafa.ui.Lists;
import club.vafa.ui.MenuEntry;
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

/** What was sold, the latest first: found by receipt, branch and day. */
@Hidden
@Controller
class PurchasesListPage implements MenuEntry {
  private static final String PATH = "/console/purchases";

  private final Activity activity;
  private final Members members;
  private final Clubs clubs;
  private final Lists lists;

  PurchasesListPage(Activity activity, Members members, Clubs clubs, Lists lists) {
    this.activity = activity;
    this.members = members;
    this.clubs = clubs;
    this.lists = lists;
  }

  private Shown shown(Screen screen) {
    List<Branch> branches = clubs.branches(screen.club().caller().club());
    return new Shown(form(branches), branches);
  }

  private static TableForm form(List<Branch> all) {
    List<Option> branches =
        all.stream().map(branch -> new Option(branch.code(), branch.name())).toList();
    Stream<Filter> places =
        branches.isEmpty()
            ? Stream.empty()
            : Stream.of(new Filter("branch", "earning.list.branch", branches));
    return new TableForm(
        PATH,
        "earning.list.search",
        List.of(
            new Column("at", "earning.list.at", false, true, false),
            new Column("number", "earning.list.number", false, true, false),
            new Column("member", "earning.list.member", false, true, false),
            new Column("branch", "earning.list.branch", false, false, false),
            new Column("staff", "earning.list.staff", false, false, false),
            new Column("total", "earning.list.total", false, false, true),
            new Column("discount", "earning.list.discount", false, false, true),
            new Column("paid", "earning.list.paid", false, true, true)),
        Stream.concat(
                places,
                Stream.of(
                    Filter.day("from", "earning.list.from"),
                    Filter.day("until", "earning.list.until")))
            .toList(),
        "-at",
        Scope.MEMBERS_EXPORT);
  }

  private static Lists.Look look(Screen screen, TableForm form) {
    return new Lists.Look(
        "purchases",
        form,
        screen.text("earning.list"),
        screen.text("earning.list.hint"),
        List.of(),
        new Listing.Empty(
            "receipt", screen.text("earning.list.none"), screen.text("earning.list.none.hint")),
        null);
  }

  @GetMapping(PATH)
  @Needs(Scope.PURCHASES_READ)
  @Takes({"q", "sort", "after", "branch", "from", "until", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Typed typed) {
    Shown shown = shown(screen);
    PurchaseRows rows = new PurchaseRows(activity, members, screen, shown);
    return lists.show(screen, typed, look(screen, shown.form()), rows);
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs({Scope.PURCHASES_READ, Scope.MEMBERS_EXPORT})
  @Takes({"q", "sort", "after", "branch", "from", "until", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    Shown shown = shown(screen);
    PurchaseRows rows = new PurchaseRows(activity, members, screen, shown);
    lists.export(screen, look(screen, shown.form()), rows, new Lists.Answered(typed, answer, kind));
  }

  @Override
  public String title() {
    return "earning.list";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "receipt";
  }

  @Override
  public int place() {
    return 210;
  }

  @Override
  public Scope needs() {
    return Scope.PURCHASES_READ;
  }
}
