package club.vafa.clubs.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Terminal;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Branches and their terminals: where members buy. */
@Hidden
@Controller
class BranchesPage implements MenuEntry {
  private static final String PATH = "/console/branches";
  private static final String ONE = PATH + "/{code}";
  private static final String TEMPLATE = "clubs/branch";
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_NAME = 200;

  private final Clubs clubs;
  private final Pages pages;

  BranchesPage(Clubs clubs, Pages pages) {
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTINGS_READ)
  ResponseEntity<byte[]> list(Screen screen, Caller caller) {
    List<Terminal> terminals = clubs.terminals(caller.club());
    List<Item> items =
        clubs.branches(caller.club()).stream()
            .map(branch ->
                new Item(
                    branch.name(),
                    path(branch.code()),
                    screen.text("clubs.code", "code", branch.code()),
                    Mark.NONE,
                    screen.text("clubs.terminals.count", "count", count(terminals, branch))))
            .toList();
    Listing listing =
        new Listing(
                screen.text("clubs.branches"),
                screen.text("clubs.branches.hint"),
                items,
                new Listing.Empty(
                    "building-store",
                    screen.text("clubs.branches.none"),
                    screen.text("clubs.branches.none.hint")))
            .offering(
                screen.may(Scope.SETTINGS_WRITE),
                new Link(PATH + "/new", screen.text("clubs.branch.new")));
    return pages.show(screen, "list/page", listing);
  }

  private static long count(List<Terminal> terminals, Branch branch) {
    return terminals.stream().filter(one -> one.branch().equals(branch.code())).count();
  }

  /** Codes are the tills' own; what no address can hold has no page of its own. */
  private static String path(String code) {
    return code.matches("[^/\\\\;%.]+") && !code.equals("new")
        ? PATH + "/" + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20")
        : "";
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen) {
    return pages.show(screen, TEMPLATE, new BranchEntry(Form.EMPTY));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> add(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Written written = new Written(sent, screen.club());
    return pages.after(
        screen,
        branch(caller, sent.getFirst("text/code"), sent.getFirst("text/name")),
        _ -> PATH,
        new Again(TEMPLATE, faults -> new BranchEntry(written.form(faults))));
  }

  private Outcome<Branch> branch(Caller caller, @Nullable String code, @Nullable String name) {
    Input input = new Input();
    Branch branch =
        new Branch(
            input.text("/code", code, LONGEST_CODE), input.text("/name", name, LONGEST_NAME));
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(clubs.putBranch(caller.club(), branch));
  }

  @GetMapping(ONE)
  @Needs(Scope.SETTINGS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("code") String code) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, code, Form.EMPTY));
  }

  private Branch find(Caller caller, @Nullable String code) {
    return clubs.branches(caller.club()).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(ApiCode.NOT_FOUND))));
  }

  private Sheet sheet(Screen screen, Caller caller, @Nullable String code, Form typed) {
    Branch branch = find(caller, code);
    boolean may = screen.may(Scope.SETTINGS_WRITE);
    List<Item> terminals =
        clubs.terminals(caller.club()).stream()
            .filter(one -> one.branch().equals(branch.code()))
            .map(one ->
                new Item(one.name(), "", screen.text("clubs.code", "code", one.code()), Mark.NONE))
            .toList();
    Ask name = new Ask("text/name", screen.text("clubs.name"), true);
    String post = path(branch.code());
    return new Sheet(
            branch.name(),
            screen.text("clubs.code", "code", branch.code()),
            Mark.NONE,
            new Link(PATH, screen.text("clubs.branches.back")))
        .and(
            Section.list(
                screen.text("clubs.terminals"),
                terminals.isEmpty() ? screen.text("clubs.terminals.none") : "",
                terminals))
        .offering(
            may,
            new Deed(
                    post,
                    "terminal",
                    screen.text("clubs.terminal.put"),
                    screen.text("clubs.terminal.put.hint"))
                .asking(new Ask("text/terminal", screen.text("clubs.code.label"), true), name))
        .offering(
            may,
            new Deed(
                    post,
                    "name",
                    screen.text("clubs.branch.rename"),
                    screen.text("clubs.branch.rename.hint"))
                .asking(name))
        .with(typed);
  }

  @PostMapping(ONE)
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> sent) {
    Branch branch = find(caller, code);
    Written written = new Written(sent, screen.club());
    Outcome<Branch> changed =
        "terminal".equals(sent.getFirst("to"))
            ? terminal(caller, branch, sent).map(_ -> branch)
            : branch(caller, branch.code(), sent.getFirst("text/name"));
    return pages.after(
        screen,
        changed,
        done -> path(done.code()),
        new Again("list/sheet", faults -> sheet(screen, caller, code, written.form(faults))));
  }

  private Outcome<Terminal> terminal(
      Caller caller, Branch branch, MultiValueMap<String, String> sent) {
    Input input = new Input();
    Terminal terminal =
        new Terminal(
            branch.code(),
            input.text("/terminal", sent.getFirst("text/terminal"), LONGEST_CODE),
            input.text("/name", sent.getFirst("text/name"), LONGEST_NAME));
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : clubs.putTerminal(caller.club(), terminal);
  }

  @Override
  public String title() {
    return "clubs.branches";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "building-store";
  }

  @Override
  public int place() {
    return 810;
  }

  @Override
  public String group() {
    return "ui.group.settings";
  }

  @Override
  public Scope needs() {
    return Scope.SETTINGS_READ;
  }
}
