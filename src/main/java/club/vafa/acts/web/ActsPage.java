package club.vafa.acts.web;

import club.vafa.acts.Act;
import club.vafa.acts.ActQuery;
import club.vafa.acts.Acts;
import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Column;
import club.vafa.ui.Filter;
import club.vafa.ui.Item;
import club.vafa.ui.Listing.Empty;
import club.vafa.ui.Lists;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Option;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.TableForm;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who did what and when, for those who answer for the club. */
@Hidden
@Controller
class ActsPage implements MenuEntry {
  static final String PATH = "/console/acts";

  private static final int LATEST = 20;

  private final Acts acts;
  private final Lists lists;
  private final Pages pages;
  private final TableForm form;

  ActsPage(Acts acts, Lists lists, Pages pages) {
    this.acts = acts;
    this.lists = lists;
    this.pages = pages;
    this.form =
        new TableForm(
            PATH,
            "acts.search",
            List.of(
                new Column("at", "acts.at", false, true, false),
                new Column("who", "acts.who", false, true, false),
                new Column("what", "acts.what", false, true, false),
                new Column("subject", "acts.subject", false, true, false),
                new Column("said", "acts.said", false, true, false),
                new Column("road", "acts.road", false, false, false)),
            List.of(
                new Filter(
                    "about",
                    "acts.about",
                    acts.subjects().stream()
                        .map(subject -> new Option(subject, "acts.about." + subject))
                        .toList()),
                Filter.day("from", "acts.from"),
                Filter.day("until", "acts.until")),
            "-at",
            Scope.ACTS_READ);
  }

  private Lists.Look look(Screen screen) {
    return new Lists.Look(
        "activity",
        form,
        screen.text("acts.title"),
        screen.text("acts.hint"),
        List.of(),
        new Empty("history", screen.text("acts.none"), screen.text("acts.none.hint")),
        null);
  }

  @GetMapping(PATH)
  @Needs(Scope.ACTS_READ)
  @Takes({"q", "sort", "after", "about", "from", "until", "view", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Typed typed) {
    return lists.show(screen, typed, look(screen), new ActRows(acts, screen, form));
  }

  @GetMapping(PATH + "/export.{kind:csv|xlsx}")
  @Needs(Scope.ACTS_READ)
  @Takes({"q", "sort", "after", "about", "from", "until", "view", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    lists.export(
        screen,
        look(screen),
        new ActRows(acts, screen, form),
        new Lists.Answered(typed, answer, kind));
  }

  /** A part of the member's page: what was done about them. */
  @GetMapping("/console/members/{id}/acts")
  @Needs(Scope.ACTS_READ)
  ResponseEntity<byte[]> ofMember(Screen screen, Caller caller, @PathVariable String id) {
    MemberId member =
        MemberId.parse(id)
            .orElseThrow(() -> new InputRefused(List.of(Refusal.of(ApiCode.NOT_FOUND))));
    ActQuery query = new ActQuery(null, null, null, member, null, null);
    ActWords words = new ActWords(screen);
    List<Item> items =
        acts.list(caller.club(), query, new Paging(LATEST, null)).data().stream()
            .map((Act act) ->
                new Item(
                    words.what(act),
                    "",
                    screen.text(
                        "acts.line",
                        "who",
                        screen.apart(act.who()),
                        "when",
                        screen.time(act.at()),
                        "said",
                        words.said(act)),
                    Mark.NONE))
            .toList();
    return pages.show(screen, "acts/member", new ActList(items));
  }

  @Override
  public String title() {
    return "acts.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "history";
  }

  @Override
  public int place() {
    return 840;
  }

  @Override
  public String group() {
    return "ui.group.settings";
  }

  @Override
  public Scope needs() {
    return Scope.ACTS_READ;
  }
}
