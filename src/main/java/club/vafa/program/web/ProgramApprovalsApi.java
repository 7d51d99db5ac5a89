package club.vafa.program.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.campaigns.Approval;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.program.NewVersion;
import club.vafa.program.WholeProgram;
import club.vafa.program.WholeProgram.Subject;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asking a second person for the whole program, over HTTP. */
@RestController
class ProgramApprovalsApi {
  private static final int LONGEST_REASON = 500;

  private final WholeProgram program;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  ProgramApprovalsApi(WholeProgram program, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.program = program;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * What is asked for.
   *
   * @param draft to put into force, or {@code version} to go back to
   * @param at when it goes live; with the approval when missing
   * @param rebase whether it is carried over what changed meanwhile, when nothing conflicts
   */
  public record ProgramApprovalRequest(
      @Nullable String draft,
      @Nullable Integer version,
      @Nullable String reason,
      @Nullable Instant at,
      @Nullable Boolean rebase) {
    Outcome<NewVersion> read(Caller caller) {
      Input input = new Input();
      String why = input.text("/reason", reason, LONGEST_REASON);
      if ((draft == null) == (version == null)) {
        input.refuse("", InputCode.EXACTLY_ONE, Map.of("allowed", "draft, version"));
      }
      return input.faulty()
          ? Outcome.refused(input.refusals())
          : Outcome.done(
              new NewVersion(
                  version == null ? at : null,
                  Boolean.TRUE.equals(rebase),
                  why,
                  caller.actor(),
                  Call.current().language()));
    }
  }

  /** What a second person is asked; answered under {@code /v1/approvals/{id}}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ProgramApprovalView(
      String id,
      String action,
      @Nullable Instant effectiveFrom,
      @Nullable String note,
      String requestedBy,
      Instant requestedAt) {
    static ProgramApprovalView of(Approval approval) {
      return new ProgramApprovalView(
          approval.id().toString(),
          "program",
          approval.effectiveFrom(),
          approval.note(),
          approval.requestedBy(),
          approval.requestedAt());
    }
  }

  @PostMapping("/v1/program/approvals")
  @Needs(Scope.PROGRAM_WRITE)
  @Gives(value = ProgramApprovalView.class, status = 201)
  @Operation(
      operationId = "askForProgram",
      summary = "Ask a second person to put a draft into force, or to go back to a version",
      description = "It is approved or rejected like what is asked for of campaigns.")
  ResponseEntity<?> ask(
      @RequestBody ProgramApprovalRequest request, Caller caller, HttpServletRequest http) {
    Subject subject = new Subject(request.draft(), request.version());
    return idempotency.once(
        http,
        () ->
            answers.created(
                request
                    .read(caller)
                    .then(wanted -> program.ask(clubs.get(caller.club()), subject, wanted)),
                made -> "/v1/approvals/" + made.id(),
                ProgramApprovalView::of));
  }
}
