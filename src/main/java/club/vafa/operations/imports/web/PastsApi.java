package club.vafa.operations.imports.web;

import club.vafa.api.Answers;
import club.vafa.api.Body;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.operations.imports.Imports;
import club.vafa.replay.NewPast;
import club.vafa.replay.PastFile;
import club.vafa.replay.PastId;
import club.vafa.replay.Pasts;
import club.vafa.replay.ReplayCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of sales for replays over HTTP. */
@RestController
@Tag(name = "Replays")
class PastsApi {
  private final Imports imports;
  private final Pasts pasts;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  PastsApi(Imports imports, Pasts pasts, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.imports = imports;
    this.pasts = pasts;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @PostMapping(path = "/v1/pasts", consumes = "text/csv")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Takes({
    "name",
    "map",
    "zone",
    "calendar",
    "dateFormat",
    "encoding",
    "delimiter",
    "decimal",
    "returnsPrefix",
    "pricesAboveZero"
  })
  @Gives(value = PastView.class, status = 201)
  @FileParameters.Told
  @Operation(
      operationId = "uploadPast",
      summary = "Send a file of sales to be replayed",
      description =
          "CSV as of an import of purchases, up to 64 MB and 1,000,000 rows. Nothing is booked and "
              + "nobody is enrolled.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
  ResponseEntity<?> upload(Caller caller, HttpServletRequest http) {
    return imports.inTurn(() -> kept(caller, http));
  }

  private ResponseEntity<?> kept(Caller caller, HttpServletRequest http) {
    Outcome<NewPast> read =
        UploadForm.read(http, Body.of(http))
            .then(upload ->
                imports.past(clubs.get(caller.club()), upload, Call.current().language()));
    return idempotency.once(
        http,
        () ->
            answers.created(
                read.map(past -> pasts.keep(caller.club(), past, caller.actor())),
                kept -> "/v1/pasts/" + kept.id(),
                PastView::of));
  }

  @GetMapping("/v1/pasts/{id}")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(PastView.class)
  @Operation(operationId = "getPast", summary = "Get what was read of a file of sales")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    return answers.found(known(caller, id), Refusal.of(ReplayCode.PAST_NOT_FOUND), PastView::of);
  }

  @GetMapping("/v1/pasts/{id}/refused")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(value = RefusedView.class, list = true)
  @Operation(
      operationId = "listRefusedRowsOfPast",
      summary = "List the rows of a file that were not taken",
      description = "In the order of the file, the first 10,000.")
  ResponseEntity<?> refused(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    Outcome<PastId> past =
        known(caller, id)
            .map(file -> Outcome.done(file.id()))
            .orElseGet(() -> Outcome.refused(Refusal.of(ReplayCode.PAST_NOT_FOUND)));
    return answers.ok(
        past.then(known ->
            Paging.read(limit, after)
                .map(paging ->
                    paging.page(
                        (start, most) ->
                            pasts.refused(
                                caller.club(),
                                known,
                                start == null ? 0 : start.getLeastSignificantBits(),
                                most),
                        row -> new UUID(0, row.place())))),
        page -> page.map(RefusedView::of));
  }

  private Optional<PastFile> known(Caller caller, String id) {
    return PastId.parse(id).flatMap(past -> pasts.find(caller.club(), past));
  }
}
