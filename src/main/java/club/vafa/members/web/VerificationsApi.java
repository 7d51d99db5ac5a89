package club.vafa.members.web;

import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.ledger.Proved;
import club.vafa.ledger.Statements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The proofs of the books over HTTP. */
@RestController
@Tag(name = "Ledger")
class VerificationsApi {
  private final Statements statements;
  private final Sentences sentences;
  private final Answers answers;

  VerificationsApi(Statements statements, Sentences sentences, Answers answers) {
    this.statements = statements;
    this.sentences = sentences;
    this.answers = answers;
  }

  /**
   * A proof of the books.
   *
   * @param tookMs how long it took, in milliseconds
   * @param entries how many entries of the journal were proved
   */
  @Schema(name = "Verification")
  record VerificationOut(
      Instant startedAt, long tookMs, long entries, boolean holds, List<FailureOut> failures) {}

  /**
   * A check that did not hold.
   *
   * @param detail what the check says of the books, in the caller's language
   * @param findings the first places, at most 100
   */
  @Schema(name = "VerificationFailure")
  record FailureOut(String check, String detail, long places, List<String> findings) {}

  @GetMapping("/v1/ledger/verifications")
  @Needs(Scope.MEMBERS_READ)
  @Gives(value = VerificationOut.class, list = true)
  @Operation(
      operationId = "listVerifications",
      summary = "List proofs of the books",
      description =
          "The latest first. Once a day every balance is proved anew from the entries of the"
              + " journal.")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return answers.ok(
        Paging.read(limit, null)
            .then(paging ->
                before(after).map(before -> page(caller, before.orElse(null), paging.limit()))),
        page -> page.map(this::shown));
  }

  private Page<Proved> page(Caller caller, @Nullable Instant before, int limit) {
    return Page.of(
        statements.verifications(caller.club(), before, limit + 1),
        limit,
        last -> Cursor.of(last.startedAt()));
  }

  private static Outcome<Optional<Instant>> before(@Nullable String after) {
    if (after == null) {
      return Outcome.done(Optional.empty());
    }
    return Cursor.read(after, 1)
        .then(cursor -> {
          try {
            return Outcome.done(Optional.of(Instant.parse(cursor.parts().getFirst())));
          } catch (DateTimeException notATime) {
            return Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR));
          }
        });
  }

  private VerificationOut shown(Proved proved) {
    return new VerificationOut(
        proved.startedAt(),
        proved.took().toMillis(),
        proved.entries(),
        proved.holds(),
        proved.failures().stream()
            .map(failed ->
                new FailureOut(
                    failed.check(),
                    sentences.text(
                        Call.current().language(), "ledger.check." + failed.check(), Map.of()),
                    failed.places(),
                    failed.first()))
            .toList());
  }
}
