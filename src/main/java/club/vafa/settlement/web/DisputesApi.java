package club.vafa.settlement.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import club.vafa.settlement.Dispute.State;
import club.vafa.settlement.DisputeId;
import club.vafa.settlement.Moved;
import club.vafa.settlement.Movements;
import club.vafa.settlement.Movements.Answer;
import club.vafa.settlement.SettlementCode;
import club.vafa.settlement.web.SettlementViews.DisputeOut;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries of a settlement that a partner does not accept, over HTTP. */
@RestController
@Tag(name = "Settlement")
class DisputesApi {
  private static final int LONGEST = 500;
  private static final int LONGEST_CODE = 64;

  private final Movements movements;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  DisputesApi(Movements movements, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.movements = movements;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A dispute to raise about an entry. */
  record DisputeIn(@Nullable String entry, @Nullable String reason) {}

  /** The answer to it; an accepted entry goes to the branch when one is named. */
  record AnswerIn(@Nullable String answer, @Nullable String branch) {}

  @PostMapping("/v1/settlement/disputes")
  @Needs(Scope.SETTLEMENT_WRITE)
  @Gives(value = DisputeOut.class, status = 201)
  @Operation(operationId = "disputeSettlementEntry", summary = "Say that an entry is not right")
  ResponseEntity<?> raise(Caller caller, @RequestBody DisputeIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    Optional<UUID> entry =
        TypeId.parse(Moved.PREFIX, input.text("/entry", in.entry(), LONGEST_CODE));
    String reason = input.text("/reason", in.reason(), LONGEST);
    if (entry.isEmpty() && !input.faulty()) {
      input.refuse("/entry", InputCode.NOT_AN_ID);
    }
    return input.faulty() || entry.isEmpty()
        ? answers.refused(input.refusals())
        : idempotency.once(
            request,
            () ->
                answers.of(
                    movements.dispute(club, entry.get(), reason, caller.actor()),
                    HttpStatus.CREATED,
                    DisputeOut::of));
  }

  @PostMapping("/v1/settlement/disputes/{id}/accept")
  @Needs(Scope.SETTLEMENT_WRITE)
  @Gives(DisputeOut.class)
  @Operation(
      operationId = "acceptSettlementDispute",
      summary = "Take a disputed entry off the partner's account",
      description =
          "At the price it had, in the running period; onto the account of a branch's partner when"
              + " one is named.")
  ResponseEntity<?> accept(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody AnswerIn in,
      HttpServletRequest request) {
    return idempotency.once(request, () -> decide(caller, id, in, State.ACCEPTED));
  }

  @PostMapping("/v1/settlement/disputes/{id}/reject")
  @Needs(Scope.SETTLEMENT_WRITE)
  @Gives(DisputeOut.class)
  @Operation(operationId = "rejectSettlementDispute", summary = "Leave a disputed entry as it is")
  ResponseEntity<?> reject(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody AnswerIn in,
      HttpServletRequest request) {
    return idempotency.once(request, () -> decide(caller, id, in, State.REJECTED));
  }

  private ResponseEntity<?> decide(Caller caller, String id, AnswerIn in, State how) {
    Input input = new Input();
    String answer = input.text("/answer", in.answer(), LONGEST);
    String branch = input.optionalText("/branch", in.branch(), LONGEST_CODE);
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    Answer given = new Answer(how, how == State.ACCEPTED ? branch : null, answer, caller.actor());
    return answers.ok(
        DisputeId.parse(id)
            .map(known -> movements.decide(clubs.get(caller.club()), known, given))
            .orElseGet(() -> Outcome.refused(Refusal.of(SettlementCode.DISPUTE_NOT_FOUND))),
        DisputeOut::of);
  }

  @GetMapping("/v1/settlement/disputes")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(value = DisputeOut.class, list = true)
  @Operation(operationId = "listSettlementDisputes", summary = "List disputes, newest first")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "state", required = false) @Nullable String state,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Optional<State> only =
        Arrays.stream(State.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(state))
            .findFirst();
    if (state != null && only.isEmpty()) {
      return answers.refused(
          List.of(
              Refusal.at(
                  "",
                  InputCode.UNKNOWN_VALUE,
                  Map.of("value", Input.shortened(state), "allowed", "open, accepted, rejected"))));
    }
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (before, most) ->
                        movements.disputes(caller.club(), only.orElse(null), before, most),
                    one -> one.id().value())),
        page -> page.map(DisputeOut::of));
  }
}
