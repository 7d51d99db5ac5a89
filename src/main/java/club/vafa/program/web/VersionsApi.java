package club.vafa.program.web;

import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.NewVersion;
import club.vafa.program.ProgramCode;
import club.vafa.program.VersionTold;
import club.vafa.program.WholeProgram;
import club.vafa.program.web.ProgramViews.VersionView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of the program over HTTP. */
@RestController
class VersionsApi {
  private static final int LONGEST_REASON = 500;

  private final WholeProgram program;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  VersionsApi(WholeProgram program, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.program = program;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** Why an old version is to hold again, for the history. */
  public record RollBackRequest(@Nullable String reason) {}

  /** The latest first, each with what it changed. */
  @GetMapping("/v1/program/versions")
  @Needs(Scope.PROGRAM_READ)
  @Gives(value = VersionView.class, list = true)
  @Operation(
      operationId = "listProgramVersions",
      summary = "List the versions of the program",
      description = "The latest first: who made it, when, why, and what it changed.")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        Paging.read(limit, null)
            .then(paging -> before(after).map(before -> page(caller, before, paging.limit()))),
        page -> page.map(VersionView::of));
  }

  private Page<VersionTold> page(Caller caller, int before, int limit) {
    return Page.of(
        program.versions(clubs.get(caller.club()), before, limit + 1, Call.current().language()),
        limit,
        last -> Cursor.of(last.version().number()));
  }

  private static Outcome<Integer> before(@Nullable String after) {
    if (after == null) {
      return Outcome.done(Integer.MAX_VALUE);
    }
    return Cursor.read(after, 1)
        .then(cursor ->
            number(cursor.parts().getFirst())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR))));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  @GetMapping("/v1/program/versions/{number}")
  @Needs(Scope.PROGRAM_READ)
  @Gives(VersionView.class)
  @Operation(operationId = "getProgramVersion", summary = "A version of the program, with its file")
  ResponseEntity<?> get(@PathVariable("number") String number, Caller caller) {
    return answers.found(
        number(number).flatMap(known -> program.version(caller.club(), known)),
        Refusal.of(ProgramCode.PROGRAM_VERSION_NOT_FOUND),
        VersionView::of);
  }

  @PostMapping("/v1/program/versions/{number}/roll-back")
  @Needs(Scope.PROGRAM_PUBLISH)
  @Gives(VersionView.class)
  @Operation(
      operationId = "rollBackProgram",
      summary = "Make a new version with the content of an old one",
      description =
          "Campaigns end or run again; units and types of events stay. What was given is given.")
  ResponseEntity<?> rollBack(
      @PathVariable("number") String number,
      @RequestBody RollBackRequest request,
      Caller caller,
      HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.ok(
                wanted(request, caller)
                    .then(wanted ->
                        program.rollBack(
                            clubs.get(caller.club()), number(number).orElse(0), wanted)),
                VersionView::of));
  }

  private static Outcome<NewVersion> wanted(RollBackRequest request, Caller caller) {
    Input input = new Input();
    String why = input.text("/reason", request.reason(), LONGEST_REASON);
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new NewVersion(null, false, why, caller.actor(), Call.current().language()));
  }
}
