package club.vafa.program.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.Draft;
import club.vafa.program.NewVersion;
import club.vafa.program.ProgramCode;
import club.vafa.program.WholeProgram;
import club.vafa.program.web.ProgramViews.DiffView;
import club.vafa.program.web.ProgramViews.DraftView;
import club.vafa.program.web.ProgramViews.ProgramView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The program in force and drafts of it, over HTTP. */
@RestController
class ProgramApi {
  private static final int LONGEST_REASON = 500;

  private final WholeProgram program;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  ProgramApi(WholeProgram program, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.program = program;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A program file, as docs/integrate/program-file.md describes it. */
  public record ProgramFileRequest(@Nullable String file) {}

  /** What holds when draft and live changed the same thing: draft or live; else it is refused. */
  public record RebaseRequest(@Nullable String keep) {}

  /**
   * How a draft is published.
   *
   * @param reason why, for the history
   * @param at when it goes live; now when missing
   * @param rebase whether it is carried over what changed meanwhile, when nothing conflicts
   */
  public record PublishProgramRequest(
      @Nullable String reason, @Nullable Instant at, @Nullable Boolean rebase) {
    Outcome<NewVersion> read(Caller caller) {
      Input input = new Input();
      String why = input.text("/reason", reason, LONGEST_REASON);
      return input.faulty()
          ? Outcome.refused(input.refusals())
          : Outcome.done(
              new NewVersion(
                  at, Boolean.TRUE.equals(rebase), why, caller.actor(), Call.current().language()));
    }
  }

  @GetMapping("/v1/program")
  @Needs(Scope.PROGRAM_READ)
  @Gives(ProgramView.class)
  @Operation(operationId = "getProgram", summary = "The program in force, as a file")
  ProgramView get(Caller caller) {
    return ProgramView.of(program.live(clubs.get(caller.club()), Call.current().language()));
  }

  @PutMapping("/v1/program/drafts/{name}")
  @Needs(Scope.PROGRAM_WRITE)
  @Gives(DraftView.class)
  @Operation(
      operationId = "putProgramDraft",
      summary = "Keep a program file as a draft",
      description =
          "A new draft is made from what is live now. A faulty file is refused with all its faults,"
              + " each with line and column.")
  ResponseEntity<?> put(
      @PathVariable("name") String name, @RequestBody ProgramFileRequest request, Caller caller) {
    String file = request.file();
    return answers.ok(
        file == null || file.isBlank()
            ? Outcome.refused(Refusal.at("/file", InputCode.REQUIRED))
            : program.put(clubs.get(caller.club()), name, file, caller.actor()),
        DraftView::of);
  }

  /** Drafts by name, without their files. */
  @GetMapping("/v1/program/drafts")
  @Needs(Scope.PROGRAM_READ)
  @Gives(value = DraftView.class, list = true)
  @Operation(operationId = "listProgramDrafts", summary = "List the drafts of the program")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        NamedPaging.read(limit, after)
            .map(paging ->
                paging.page(
                    (name, most) -> program.drafts(caller.club(), name, most), Draft::name)),
        page -> page.map(DraftView::listed));
  }

  @GetMapping("/v1/program/drafts/{name}")
  @Needs(Scope.PROGRAM_READ)
  @Gives(DraftView.class)
  @Operation(operationId = "getProgramDraft", summary = "Get a draft of the program")
  ResponseEntity<?> draft(@PathVariable("name") String name, Caller caller) {
    return answers.found(
        program.draft(caller.club(), name), Refusal.of(ProgramCode.DRAFT_NOT_FOUND), DraftView::of);
  }

  @GetMapping("/v1/program/drafts/{name}/diff")
  @Needs(Scope.PROGRAM_READ)
  @Gives(DiffView.class)
  @Operation(
      operationId = "diffProgramDraft",
      summary = "What a draft would change, in sentences",
      description = "In the language of the request; what has changed since it was made, beside.")
  ResponseEntity<?> diff(@PathVariable("name") String name, Caller caller) {
    return answers.ok(
        program.compareDraft(clubs.get(caller.club()), name, Call.current().language()),
        DiffView::of);
  }

  @PostMapping("/v1/program/drafts/{name}/rebase")
  @Needs(Scope.PROGRAM_WRITE)
  @Gives(DraftView.class)
  @Operation(
      operationId = "rebaseProgramDraft",
      summary = "Carry a draft over what has changed since it was made")
  ResponseEntity<?> rebase(
      @PathVariable("name") String name,
      @RequestBody(required = false) @Nullable RebaseRequest request,
      Caller caller,
      HttpServletRequest http) {
    String keep = request == null ? null : request.keep();
    if (keep != null && !keep.equals("draft") && !keep.equals("live")) {
      Map<String, Object> args = Map.of("value", Input.shortened(keep), "allowed", "draft, live");
      return answers.refused(List.of(Refusal.at("/keep", InputCode.UNKNOWN_VALUE, args)));
    }
    return idempotency.once(
        http,
        () ->
            answers.ok(
                program.rebase(clubs.get(caller.club()), name, keep, caller.actor()),
                DraftView::of));
  }

  @PostMapping("/v1/program/drafts/{name}/publish")
  @Needs(Scope.PROGRAM_PUBLISH)
  @Gives(DraftView.class)
  @Operation(
      operationId = "publishProgramDraft",
      summary = "Put a draft into force, now or at a time",
      description = "All parts change together or none does.")
  ResponseEntity<?> publish(
      @PathVariable("name") String name,
      @RequestBody PublishProgramRequest request,
      Caller caller,
      HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.ok(
                request
                    .read(caller)
                    .then(wanted -> program.publish(clubs.get(caller.club()), name, wanted)),
                DraftView::of));
  }

  @PostMapping("/v1/program/drafts/{name}/unschedule")
  @Needs(Scope.PROGRAM_PUBLISH)
  @Gives(DraftView.class)
  @Operation(
      operationId = "unscheduleProgramDraft",
      summary = "Take back the time at which a draft was to go live")
  ResponseEntity<?> unschedule(
      @PathVariable("name") String name, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http, () -> answers.ok(program.unschedule(caller.club(), name), DraftView::of));
  }

  @DeleteMapping("/v1/program/drafts/{name}")
  @Needs(Scope.PROGRAM_WRITE)
  @Gives(value = Void.class, status = 204)
  @Operation(operationId = "discardProgramDraft", summary = "Throw a draft away")
  ResponseEntity<?> discard(@PathVariable("name") String name, Caller caller) {
    return answers.done(program.discard(caller.club(), name));
  }
}
