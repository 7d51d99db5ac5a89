package club.vafa.earning.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.earning.EarningCode;
import club.vafa.earning.Holds;
import club.vafa.earning.Holds.NewHold;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Hold;
import club.vafa.ledger.HoldId;
import club.vafa.ledger.LedgerCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Holds over HTTP: value set aside, then captured or released. */
@RestController
class HoldsApi {
  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int LONGEST_CODE = 100;

  private final Holds holds;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  HoldsApi(Holds holds, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.holds = holds;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * What to set aside.
   *
   * @param expiresIn ISO 8601 duration, at most 30 days; 15 minutes when missing
   */
  record HoldRequest(
      @Nullable MemberRequest member,
      @Nullable String unit,
      @Nullable Decimal amount,
      @Nullable String expiresIn) {}

  /** How much to capture; all of the hold when missing. */
  record CaptureRequest(@Nullable Decimal amount) {}

  /** A hold as the API tells it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HoldView(
      String id,
      String member,
      String unit,
      String amount,
      String state,
      @Nullable String captured,
      @Nullable String released,
      Instant expiresAt,
      @Nullable Instant endedAt) {
    static HoldView of(Club club, Hold hold) {
      Unit unit = club.unit(hold.unit());
      boolean open = hold.state() == Hold.State.OPEN;
      return new HoldView(
          hold.id().toString(),
          hold.member().toString(),
          unit.code(),
          Amount.plain(hold.amount(), unit.decimals()),
          hold.state().name().toLowerCase(Locale.ROOT),
          open ? null : Amount.plain(hold.captured(), unit.decimals()),
          open ? null : Amount.plain(hold.released(), unit.decimals()),
          hold.expiresAt(),
          hold.endedAt());
    }
  }

  @PostMapping("/v1/holds")
  @Needs(Scope.HOLDS_WRITE)
  @Gives(value = HoldView.class, status = 201)
  @Operation(operationId = "createHold", summary = "Set units of a wallet aside")
  ResponseEntity<?> hold(@RequestBody HoldRequest request, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        http,
        () ->
            answers.created(
                read(club, request).then(wanted -> holds.hold(club, wanted, caller.actor())),
                made -> "/v1/holds/" + made.id(),
                made -> HoldView.of(club, made)));
  }

  @GetMapping("/v1/holds/{id}")
  @Needs(Scope.HOLDS_WRITE)
  @Gives(HoldView.class)
  @Operation(operationId = "getHold", summary = "Get a hold")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.found(
        HoldId.parse(id).flatMap(hold -> holds.find(club, hold)),
        Refusal.of(LedgerCode.HOLD_NOT_FOUND),
        hold -> HoldView.of(club, hold));
  }

  @PostMapping("/v1/holds/{id}/capture")
  @Needs(Scope.HOLDS_WRITE)
  @Gives(HoldView.class)
  @Operation(operationId = "captureHold", summary = "Spend a hold or a part of it")
  ResponseEntity<?> capture(
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable CaptureRequest request,
      Caller caller,
      HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        http,
        () -> answers.ok(capture(club, id, request, caller), hold -> HoldView.of(club, hold)));
  }

  @PostMapping("/v1/holds/{id}/release")
  @Needs(Scope.HOLDS_WRITE)
  @Gives(HoldView.class)
  @Operation(operationId = "releaseHold", summary = "Give a hold back to the wallet")
  ResponseEntity<?> release(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        http,
        () ->
            answers.ok(
                known(club, id).then(hold -> holds.release(club, hold, caller.actor())),
                hold -> HoldView.of(club, hold)));
  }

  private Outcome<Hold> capture(
      Club club, String id, @Nullable CaptureRequest request, Caller caller) {
    return known(club, id)
        .then(hold -> {
          Decimal amount = request == null ? null : request.amount();
          if (amount == null) {
            return holds.capture(club, hold, null, caller.actor());
          }
          Input input = new Input();
          int decimals = club.unit(hold.unit()).decimals();
          long minor = input.positive("/amount", amount.value(), decimals);
          return input.faulty()
              ? Outcome.refused(input.refusals())
              : holds.capture(club, hold, minor, caller.actor());
        });
  }

  private Outcome<Hold> known(Club club, String id) {
    Optional<Hold> found = HoldId.parse(id).flatMap(hold -> holds.find(club, hold));
    return found
        .<Outcome<Hold>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(LedgerCode.HOLD_NOT_FOUND)));
  }

  private static Outcome<NewHold> read(Club club, HoldRequest request) {
    Input input = new Input();
    MemberRequest member = input.required("/member", request.member());
    String code = input.text("/unit", request.unit(), LONGEST_CODE);
    Optional<Unit> unit = club.unit(code);
    if (unit.isEmpty() && !code.isEmpty()) {
      input.refuse("/unit", EarningCode.UNIT_UNKNOWN_HERE, Map.of("value", Input.shortened(code)));
    }
    Decimal amount = request.amount();
    long minor =
        input.positive(
            "/amount", amount == null ? null : amount.value(), unit.map(Unit::decimals).orElse(0));
    Duration time = duration(input, request.expiresIn());
    var ref = member == null ? null : member.read(input, "/member");
    return input.faulty() || ref == null
        ? Outcome.refused(input.refusals())
        : Outcome.done(new NewHold(ref, code, minor, time));
  }

  private static Duration duration(Input input, @Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      Duration read = text.length() <= LONGEST_CODE ? Duration.parse(text) : Duration.ZERO;
      if (read.isPositive() && read.compareTo(LONGEST) <= 0) {
        return read;
      }
    } catch (DateTimeParseException malformed) {
      input.refuse("/expiresIn", EarningCode.HOLD_TIME);
      return USUAL;
    }
    input.refuse("/expiresIn", EarningCode.HOLD_TIME);
    return USUAL;
  }
}
