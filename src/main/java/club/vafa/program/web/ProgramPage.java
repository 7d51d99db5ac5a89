package club.vafa.program.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.Draft;
import club.vafa.program.Live;
import club.vafa.program.NewVersion;
import club.vafa.program.ProgramCode;
import club.vafa.program.Version;
import club.vafa.program.VersionTold;
import club.vafa.program.WholeProgram;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The program in force, its drafts and its versions, for owners. */
@Hidden
@Controller
class ProgramPage implements MenuEntry {
  static final String PATH = "/console/program";
  private static final String ONE = PATH + "/versions/{number}";
  private static final int MOST = 50;
  private static final int LONGEST_REASON = 500;

  private final WholeProgram program;
  private final Clubs clubs;
  private final Pages pages;

  ProgramPage(WholeProgram program, Clubs clubs, Pages pages) {
    this.program = program;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.PROGRAM_READ)
  ResponseEntity<byte[]> show(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    Live live = program.live(club, screen.language());
    Sheet sheet =
        new Sheet(screen.text("program.title"), screen.text("program.hint"), Mark.NONE, null)
            .and(drafts(screen, caller))
            .and(
                Section.list(
                    screen.text("program.changes"),
                    screen.text(
                        live.changes().isEmpty() ? "program.changes.none" : "program.changes.note"),
                    sentences(live.changes())))
            .and(versions(screen, club))
            .and(
                Section.list(
                        screen.text("program.guide"), screen.text("program.guide.hint"), List.of())
                    .leadingTo(new Link(PATH + "/guide", screen.text("program.guide.look"))))
            .changedAt(
                true, new Link(PATH + "/file", screen.text("program.download"), false, "download"));
    return pages.show(screen, "list/sheet", sheet);
  }

  static List<Item> sentences(List<String> told) {
    return told.stream().map(one -> new Item(one, "", "", Mark.NONE)).toList();
  }

  private Section drafts(Screen screen, Caller caller) {
    List<Item> items =
        program.drafts(caller.club(), "", MOST).stream()
            .filter(draft -> draft.state() != Draft.State.PUBLISHED)
            .map(draft ->
                new Item(
                    draft.name(),
                    DraftPage.path(draft.name()),
                    screen.time(draft.updatedAt()) + " · " + screen.who(draft.changedBy()),
                    DraftPage.mark(screen, draft)))
            .toList();
    return Section.list(
        screen.text("program.drafts"),
        items.isEmpty() ? screen.text("program.drafts.none") : "",
        items);
  }

  private Section versions(Screen screen, Club club) {
    List<Item> items =
        program.versions(club, Integer.MAX_VALUE, MOST, screen.language()).stream()
            .map(told -> item(screen, told))
            .toList();
    return Section.list(
        screen.text("program.versions"),
        items.isEmpty() ? screen.text("program.versions.none") : "",
        items);
  }

  private static Item item(Screen screen, VersionTold told) {
    Version version = told.version();
    return new Item(
        title(screen, version),
        PATH + "/versions/" + version.number(),
        screen.time(version.madeAt())
            + " · "
            + screen.who(version.madeBy())
            + (version.reason().isBlank() ? "" : " · " + version.reason()),
        new Mark(
            screen.text("program.kind." + version.kind().name().toLowerCase(Locale.ROOT)),
            Tone.PLAIN));
  }

  private static String title(Screen screen, Version version) {
    return screen.text("program.version", "number", screen.number(version.number()));
  }

  /** The program as a file, to keep, to compare, or for another club. */
  @GetMapping(PATH + "/file")
  @Needs(Scope.PROGRAM_READ)
  ResponseEntity<byte[]> file(Screen screen, Caller caller) {
    Live live = program.live(clubs.get(caller.club()), screen.language());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"program.yaml\"")
        .cacheControl(CacheControl.noStore())
        .body(live.file().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(ONE)
  @Needs(Scope.PROGRAM_READ)
  ResponseEntity<byte[]> version(
      Screen screen, Caller caller, @PathVariable("number") String number) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, number, Form.EMPTY));
  }

  private Version find(Caller caller, String number) {
    return (number.matches("[1-9][0-9]{0,8}")
            ? program.version(caller.club(), Integer.parseInt(number))
            : Optional.<Version>empty())
        .orElseThrow(
            () -> new InputRefused(List.of(Refusal.of(ProgramCode.PROGRAM_VERSION_NOT_FOUND))));
  }

  private Sheet sheet(Screen screen, Caller caller, String number, Form typed) {
    Version version = find(caller, number);
    List<VersionTold> told =
        program.versions(clubs.get(caller.club()), version.number() + 1, 1, screen.language());
    List<String> changes = told.isEmpty() ? List.of() : told.getFirst().changes();
    Ask reason = new Ask("text/reason", screen.text("program.reason"), true);
    return new Sheet(
            title(screen, version),
            version.reason(),
            new Mark(screen.time(version.madeAt()), Tone.PLAIN),
            new Link(PATH, screen.text("program.back")))
        .and(
            Section.list(
                screen.text("program.changed"),
                changes.isEmpty() ? screen.text("program.changed.none") : "",
                sentences(changes)))
        .offering(
            screen.may(Scope.PROGRAM_PUBLISH),
            new Deed(
                    PATH + "/versions/" + version.number(),
                    "back",
                    screen.text("program.roll_back"),
                    screen.text("program.roll_back.hint"))
                .asking(reason))
        .with(typed);
  }

  @PostMapping(ONE)
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> rollBack(
      Screen screen,
      Caller caller,
      @PathVariable("number") String number,
      @RequestParam MultiValueMap<String, String> sent) {
    Version version = find(caller, number);
    if (!"back".equals(sent.getFirst("to"))) {
      throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
    }
    Input input = new Input();
    String why = input.text("/reason", sent.getFirst("text/reason"), LONGEST_REASON);
    NewVersion wanted = new NewVersion(null, false, why, caller.actor(), screen.language());
    Outcome<Version> rolled =
        input.faulty()
            ? Outcome.refused(input.refusals())
            : program.rollBack(clubs.get(caller.club()), version.number(), wanted);
    Written written = new Written(sent, screen.club());
    return pages.after(
        screen,
        rolled,
        done -> PATH + "/versions/" + done.number(),
        new Again("list/sheet", faults -> sheet(screen, caller, number, written.form(faults))));
  }

  @Override
  public String title() {
    return "program.title";
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
    return 490;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.PROGRAM_READ;
  }
}
