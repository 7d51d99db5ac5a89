package club.vafa.settlement.web;

import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.Moved;
import club.vafa.settlement.Movements;
import club.vafa.settlement.Movements.After;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.Settlement;
import club.vafa.settlement.SettlementCode;
import club.vafa.settlement.web.SettlementViews.EntryOut;
import club.vafa.settlement.web.SettlementViews.StatementOut;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements of a coalition over HTTP: the running one, closed ones, the entries behind them. */
@RestController
@Tag(name = "Settlement")
class StatementsApi {
  private final Settlement settlement;
  private final Movements movements;
  private final Picking picking;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  StatementsApi(
      Settlement settlement,
      Movements movements,
      Picking picking,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency) {
    this.settlement = settlement;
    this.movements = movements;
    this.picking = picking;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** The last day of a period. */
  record CloseIn(@Nullable LocalDate through) {}

  @PostMapping("/v1/settlement/statements")
  @Needs(Scope.SETTLEMENT_WRITE)
  @Gives(value = StatementOut.class, status = 201)
  @Operation(
      operationId = "closeSettlement",
      summary = "Close the running period with a day that is over",
      description =
          "The statement never changes. What is reported or comes back later stands in the next"
              + " one, marked as earlier.")
  ResponseEntity<?> close(Caller caller, @RequestBody CloseIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    LocalDate through = input.required("/through", in.through());
    return through == null
        ? answers.refused(input.refusals())
        : idempotency.once(
            request,
            () ->
                answers.created(
                    settlement.close(club, through, caller.actor()),
                    made -> "/v1/settlement/statements/" + made.number(),
                    made -> StatementOut.of(club, made)));
  }

  @GetMapping("/v1/settlement/statements")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(value = StatementOut.class, list = true)
  @Operation(operationId = "listSettlements", summary = "List closed statements, the latest first")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        Paging.read(limit, null)
            .then(paging ->
                before(after)
                    .map(from ->
                        Page.of(
                            settlement.closed(club.id(), from.orElse(null), paging.limit() + 1),
                            paging.limit(),
                            last -> Cursor.of(last.number())))),
        page -> page.map(one -> StatementOut.of(club, one)));
  }

  private static Outcome<Optional<Integer>> before(@Nullable String after) {
    return after == null
        ? Outcome.done(Optional.empty())
        : Cursor.read(after, 1)
            .then(cursor ->
                cursor.parts().getFirst().matches("\\d{1,9}")
                    ? Outcome.done(Optional.of(Integer.valueOf(cursor.parts().getFirst())))
                    : Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR)));
  }

  @GetMapping("/v1/settlement/statements/{number}")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(StatementOut.class)
  @Operation(
      operationId = "getSettlement",
      summary = "Get a statement by its number, or the running one as \"open\"")
  ResponseEntity<?> get(Caller caller, @PathVariable("number") String number) {
    Club club = clubs.get(caller.club());
    return answers.found(
        picking.statement(club, number),
        Refusal.of(SettlementCode.SETTLEMENT_STATEMENT_NOT_FOUND),
        one -> StatementOut.of(club, one));
  }

  @GetMapping("/v1/settlement/statements/{number}/csv")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(value = String.class, media = "text/csv")
  @Operation(
      operationId = "getSettlementCsv",
      summary = "Get the lines of a statement as CSV, to be reconciled elsewhere")
  ResponseEntity<?> csv(Caller caller, @PathVariable("number") String number) {
    Club club = clubs.get(caller.club());
    Optional<PartnersStatement> found = picking.statement(club, number);
    return found.isPresent()
        ? ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
            .body(StatementFile.of(club, found.get()))
        : answers.refused(List.of(Refusal.of(SettlementCode.SETTLEMENT_STATEMENT_NOT_FOUND)));
  }

  @GetMapping("/v1/settlement/statements/{number}/entries")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(value = EntryOut.class, list = true)
  @Operation(
      operationId = "listSettlementEntries",
      summary = "List the entries behind a line: of a partner, one unit and one kind")
  @Takes({"partner", "unit", "what", "limit", "after"})
  ResponseEntity<?> entries(
      Caller caller, @PathVariable("number") String number, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        picking
            .asked(club, Picking.Words.of(number, request::getParameter))
            .then(asked ->
                limit(request.getParameter("limit"))
                    .then(paging ->
                        Picking.after(request.getParameter("after"))
                            .map(from -> page(club, asked, from, paging.limit())))),
        page -> page.map(moved -> EntryOut.of(club, moved)));
  }

  private static Outcome<Paging> limit(@Nullable String limit) {
    if (limit != null && !limit.matches("\\d{1,4}")) {
      return Outcome.refused(Refusal.at("", ApiCode.BAD_PARAMETER, Map.of("name", "limit")));
    }
    return Paging.read(limit == null ? null : Integer.valueOf(limit), null);
  }

  private Page<Moved> page(Club club, Movements.Asked asked, Optional<After> from, int limit) {
    return Page.of(
        movements.list(club, asked, from.orElse(null), limit + 1), limit, Picking::cursor);
  }
}
