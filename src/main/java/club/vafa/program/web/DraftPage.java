package club.vafa.program.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.Comparison;
import club.vafa.program.Draft;
import club.vafa.program.ProgramCode;
import club.vafa.program.WholeProgram;
import club.vafa.program.WholeProgram.Subject;
import club.vafa.program.web.ProgramApi.PublishProgramRequest;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft of the program: what it would change, in sentences, and how it goes live. */
@Hidden
@Controller
class DraftPage {
  private static final String PATH = ProgramPage.PATH + "/drafts/{name}";

  private final WholeProgram program;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  DraftPage(WholeProgram program, Clubs clubs, Json json, Pages pages) {
    this.program = program;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  static String path(String name) {
    return ProgramPage.PATH
        + "/drafts/"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static Mark mark(Screen screen, Draft draft) {
    Tone tone =
        switch (draft.state()) {
          case OPEN -> Tone.PLAIN;
          case SCHEDULED, PUBLISHED -> Tone.GOOD;
          case WAITING -> Tone.BAD;
        };
    String state = draft.state().name().toLowerCase(Locale.ROOT);
    return new Mark(screen.text("program.draft." + state), tone);
  }

  @GetMapping(PATH)
  @Needs(Scope.PROGRAM_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("name") String name) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, name, Form.EMPTY));
  }

  private Draft find(Caller caller, String name) {
    return program
        .draft(caller.club(), name)
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(ProgramCode.DRAFT_NOT_FOUND))));
  }

  private Sheet sheet(Screen screen, Caller caller, String name, Form typed) {
    Draft draft = find(caller, name);
    Draft.GoLive at = draft.goLive();
    Sheet sheet =
        new Sheet(
            draft.name(),
            at == null ? "" : screen.text("program.goes_live", "time", screen.time(at.at())),
            mark(screen, draft),
            new Link(ProgramPage.PATH, screen.text("program.back")));
    Outcome<Comparison> compared =
        program.compareDraft(clubs.get(caller.club()), name, screen.language());
    return switch (compared) {
      case Done<Comparison>(Comparison comparison) ->
          offered(screen, draft, told(screen, sheet, comparison), comparison.outdated())
              .with(typed);
      case Refused<Comparison>(List<Refusal> refusals) -> {
        Faults faults = pages.faults(screen, refusals);
        yield offered(screen, draft, sheet, true)
            .with(typed.faults().any() ? typed : typed.with(faults));
      }
    };
  }

  private static Sheet told(Screen screen, Sheet sheet, Comparison comparison) {
    Sheet told =
        sheet.and(
            Section.list(
                screen.text("program.would_change"),
                comparison.changes().isEmpty() ? screen.text("program.would_change.none") : "",
                ProgramPage.sentences(comparison.changes())));
    if (comparison.outdated()) {
      told =
          told.and(
              Section.list(
                  screen.text("program.meanwhile"),
                  screen.text("program.meanwhile.note"),
                  ProgramPage.sentences(comparison.meanwhile())));
    }
    return comparison.stays().isEmpty()
        ? told
        : told.and(
            Section.list(
                screen.text("program.kept"),
                screen.text("program.kept.note"),
                ProgramPage.sentences(comparison.stays())));
  }

  private static Sheet offered(Screen screen, Draft draft, Sheet sheet, boolean outdated) {
    boolean open = draft.state() != Draft.State.PUBLISHED;
    boolean publishes = open && screen.may(Scope.PROGRAM_PUBLISH);
    boolean writes = open && screen.may(Scope.PROGRAM_WRITE);
    Ask reason = new Ask("text/reason", screen.text("program.reason"), true);
    Ask day = new Ask("day/at", screen.text("program.day"), true);
    return sheet
        .offering(publishes, deed(screen, draft, "publish").asking(reason).first())
        .offering(publishes, deed(screen, draft, "schedule").asking(day, reason))
        .offering(publishes && draft.goLive() != null, deed(screen, draft, "unschedule"))
        .offering(writes && outdated, deed(screen, draft, "rebase"))
        .offering(writes, deed(screen, draft, "ask").asking(reason))
        .offering(writes, deed(screen, draft, "discard").forGood());
  }

  private static Deed deed(Screen screen, Draft draft, String to) {
    String address = to.equals("publish") || to.contains("schedule") ? "/publish" : "/change";
    return new Deed(
        path(draft.name()) + address,
        to,
        screen.text("program.do." + to),
        screen.text("program.do." + to + ".hint"));
  }

  @PostMapping(PATH + "/publish")
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> publish(
      Screen screen,
      Caller caller,
      @PathVariable("name") String name,
      @RequestParam MultiValueMap<String, String> sent) {
    find(caller, name);
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<Draft> done =
        switch (Objects.requireNonNullElse(sent.getFirst("to"), "")) {
          case "publish", "schedule" ->
              json.read(written.document(), PublishProgramRequest.class)
                  .then(in -> in.read(caller))
                  .then(wanted -> program.publish(club, name, wanted));
          case "unschedule" -> program.unschedule(club.id(), name);
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    return pages.after(
        screen,
        done,
        draft -> draft.state() == Draft.State.PUBLISHED ? ProgramPage.PATH : path(draft.name()),
        new Again("list/sheet", faults -> sheet(screen, caller, name, written.form(faults))));
  }

  @PostMapping(PATH + "/change")
  @Needs(Scope.PROGRAM_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("name") String name,
      @RequestParam MultiValueMap<String, String> sent) {
    find(caller, name);
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<String> done =
        switch (Objects.requireNonNullElse(sent.getFirst("to"), "")) {
          case "rebase" ->
              program.rebase(club, name, null, caller.actor()).map(draft -> path(draft.name()));
          case "ask" ->
              json.read(written.document(), PublishProgramRequest.class)
                  .then(in -> in.read(caller))
                  .then(wanted -> program.ask(club, new Subject(name, null), wanted))
                  .map(_ -> "/console/approvals");
          case "discard" -> program.discard(club.id(), name).map(_ -> ProgramPage.PATH);
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    return pages.after(
        screen,
        done,
        path -> path,
        new Again("list/sheet", faults -> sheet(screen, caller, name, written.form(faults))));
  }
}
