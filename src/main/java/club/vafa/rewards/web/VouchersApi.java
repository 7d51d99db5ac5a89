package club.vafa.rewards.web;

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
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.VoucherId;
import club.vafa.rewards.Vouchers;
import club.vafa.rewards.Vouchers.Change;
import club.vafa.rewards.Vouchers.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** Vouchers over HTTP: looked up and stopped. */
@RestController
@Tag(name = "Rewards")
class VouchersApi {
  private static final int LONGEST_REASON = 500;

  private final Vouchers vouchers;
  private final VoucherViews views;
  private final Members members;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  VouchersApi(
      Vouchers vouchers,
      VoucherViews views,
      Members members,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency) {
    this.vouchers = vouchers;
    this.views = views;
    this.members = members;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  record ReasonIn(@Nullable String reason) {}

  /** Who guessed too often is told when to come back. */
  static ResponseEntity<?> slowed(Outcome<?> outcome, ResponseEntity<?> answer) {
    return outcome instanceof Refused<?>(List<Refusal> refusals)
            && refusals.getFirst().code() == RewardsCode.TOO_MANY_WRONG_CODES
        ? ResponseEntity.status(answer.getStatusCode())
            .headers(answer.getHeaders())
            .header(
                HttpHeaders.RETRY_AFTER, String.valueOf(refusals.getFirst().args().get("seconds")))
            .body(answer.getBody())
        : answer;
  }

  @GetMapping("/v1/vouchers")
  @Needs(Scope.REWARDS_READ)
  @Gives(VoucherView.class)
  @Operation(
      operationId = "findVoucher",
      summary = "Look a voucher up by its code",
      description = "After 20 wrong codes in a quarter of an hour there is no answer any more.")
  ResponseEntity<?> find(Caller caller, @RequestParam("code") String code) {
    Club club = clubs.get(caller.club());
    Outcome<Voucher> outcome = vouchers.find(club.id(), caller.id(), code);
    return slowed(outcome, answers.ok(outcome, found -> views.of(club, found)));
  }

  @GetMapping("/v1/vouchers/{id}")
  @Needs(Scope.REWARDS_READ)
  @Gives(VoucherView.class)
  @Operation(operationId = "getVoucher", summary = "Get a voucher")
  ResponseEntity<?> get(Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    return answers.found(
        VoucherId.parse(id).flatMap(known -> vouchers.find(club.id(), known)),
        Refusal.of(RewardsCode.VOUCHER_NOT_FOUND),
        found -> views.of(club, found));
  }

  @PostMapping("/v1/vouchers/{id}/cancel")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(VoucherView.class)
  @Operation(operationId = "cancelVoucher", summary = "Stop a voucher for good")
  ResponseEntity<?> cancel(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReasonIn in,
      HttpServletRequest request) {
    return change(new Asked(caller, id, in), Change.CANCEL, request);
  }

  @PostMapping("/v1/vouchers/{id}/block")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(VoucherView.class)
  @Operation(operationId = "blockVoucher", summary = "Stop a voucher for now")
  ResponseEntity<?> block(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReasonIn in,
      HttpServletRequest request) {
    return change(new Asked(caller, id, in), Change.BLOCK, request);
  }

  @PostMapping("/v1/vouchers/{id}/unblock")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(VoucherView.class)
  @Operation(operationId = "unblockVoucher", summary = "Let a blocked voucher count again")
  ResponseEntity<?> unblock(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReasonIn in,
      HttpServletRequest request) {
    return change(new Asked(caller, id, in), Change.UNBLOCK, request);
  }

  @PostMapping("/v1/vouchers/{id}/release")
  @Needs(Scope.VOUCHERS_WRITE)
  @Gives(VoucherView.class)
  @Operation(operationId = "releaseVoucher", summary = "End the reservation of a voucher")
  ResponseEntity<?> release(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReasonIn in,
      HttpServletRequest request) {
    return change(new Asked(caller, id, in), Change.RELEASE, request);
  }

  private record Asked(Caller caller, String id, @Nullable ReasonIn in) {}

  private ResponseEntity<?> change(Asked asked, Change change, HttpServletRequest request) {
    Club club = clubs.get(asked.caller().club());
    Input input = new Input();
    String why =
        asked.in() == null
            ? null
            : input.optionalText("/reason", asked.in().reason(), LONGEST_REASON);
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    Reason reason = new Reason(asked.caller().actor(), why);
    return idempotency.once(
        request,
        () ->
            answers.ok(
                VoucherId.parse(asked.id())
                    .map(known -> vouchers.change(club.id(), known, change, reason))
                    .orElseGet(() -> Outcome.refused(Refusal.of(RewardsCode.VOUCHER_NOT_FOUND))),
                done -> views.of(club, done)));
  }

  @GetMapping("/v1/members/{id}/vouchers")
  @Needs(Scope.REWARDS_READ)
  @Gives(value = VoucherView.class, list = true)
  @Operation(operationId = "listVouchers", summary = "List a member's vouchers, newest first")
  ResponseEntity<?> list(
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    Optional<MemberId> member =
        MemberId.parse(id).filter(one -> members.look(club.id(), List.of(one)).containsKey(one));
    if (member.isEmpty()) {
      return answers.refused(List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND)));
    }
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (start, most) -> vouchers.of(club.id(), member.get(), start, most),
                    voucher -> voucher.id().value())),
        page -> page.map(voucher -> views.of(club, voucher)));
  }
}
