package club.vafa.rewards.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Claim;
import club.vafa.rewards.ClaimId;
import club.vafa.rewards.ClaimQuery;
import club.vafa.rewards.Fields;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.Rewards.NewClaim;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.Vouchers.Reason;
import club.vafa.rewards.web.ClaimView.Whole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Claims over HTTP: made, handed over, failed, revoked. */
@RestController
@Tag(name = "Rewards")
class ClaimsApi {
  private static final int LONGEST = 200;
  private static final int LONGEST_REASON = 500;

  private final Rewards rewards;
  private final VoucherViews vouchers;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  ClaimsApi(
      Rewards rewards,
      VoucherViews vouchers,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency) {
    this.rewards = rewards;
    this.vouchers = vouchers;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * A claim to make.
   *
   * @param reward its id or code
   * @param unit of the price that is chosen
   * @param money part of the price of each piece that is paid in money
   */
  record ClaimIn(
      @Nullable String member,
      @Nullable String reward,
      @Nullable Long quantity,
      @Nullable String session,
      @Nullable String unit,
      @Nullable Decimal money) {}

  record ReasonIn(@Nullable String reason) {}

  @PostMapping("/v1/claims")
  @Needs(Scope.CLAIMS_WRITE)
  @Gives(value = ClaimView.class, status = 201)
  @Operation(
      operationId = "claimReward",
      summary = "Claim a reward for a member",
      description =
          "Paid at once, and answered with its vouchers; or held until the club has handed it"
              + " over.")
  ResponseEntity<?> claim(Caller caller, @RequestBody ClaimIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                read(club, in).then(wanted -> rewards.claim(club, wanted, caller.actor())),
                claim -> "/v1/claims/" + claim.id(),
                claim -> whole(club, claim)));
  }

  private static Outcome<NewClaim> read(Club club, ClaimIn in) {
    Input input = new Input();
    Optional<MemberId> member = MemberId.parse(input.text("/member", in.member(), LONGEST));
    if (member.isEmpty() && !input.faulty()) {
      input.refuse("/member", InputCode.NOT_AN_ID);
    }
    String reward = input.text("/reward", in.reward(), LONGEST);
    Long money = new Fields(club, input).money("/money", in.money());
    String session = input.optionalText("/session", in.session(), LONGEST);
    String unit = input.optionalText("/unit", in.unit(), LONGEST);
    return input.faulty() || member.isEmpty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(
            new NewClaim(
                member.get(),
                reward,
                in.quantity() == null ? 1 : in.quantity(),
                session,
                unit,
                money));
  }

  @PostMapping("/v1/claims/{id}/fulfil")
  @Needs(Scope.CLAIMS_WRITE)
  @Gives(ClaimView.class)
  @Operation(operationId = "fulfilClaim", summary = "A claim is handed over: spend what is held")
  ResponseEntity<?> fulfil(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReasonIn in,
      HttpServletRequest request) {
    return end(new Asked(caller, id, in), request, rewards::fulfil);
  }

  @PostMapping("/v1/claims/{id}/fail")
  @Needs(Scope.CLAIMS_WRITE)
  @Gives(ClaimView.class)
  @Operation(operationId = "failClaim", summary = "A claim cannot be handed over: give it back")
  ResponseEntity<?> fail(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReasonIn in,
      HttpServletRequest request) {
    return end(new Asked(caller, id, in), request, rewards::fail);
  }

  @PostMapping("/v1/claims/{id}/revoke")
  @Needs(Scope.CLAIMS_WRITE)
  @Gives(ClaimView.class)
  @Operation(
      operationId = "revokeClaim",
      summary = "Take a claim back",
      description =
          "The units go back to the awards they came from, the pieces to the stock. Refused when a"
              + " voucher of it was used.")
  ResponseEntity<?> revoke(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReasonIn in,
      HttpServletRequest request) {
    return end(new Asked(caller, id, in), request, rewards::revoke);
  }

  /** A way for a claim to end. */
  @FunctionalInterface
  private interface End {
    Outcome<Claim> of(Club club, ClaimId id, Reason reason);
  }

  private ResponseEntity<?> end(Asked asked, HttpServletRequest request, End end) {
    Club club = clubs.get(asked.caller().club());
    Input input = new Input();
    String why =
        asked.in() == null
            ? null
            : input.optionalText("/reason", asked.in().reason(), LONGEST_REASON);
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        request,
        () ->
            answers.ok(
                ClaimId.parse(asked.id())
                    .map(known -> end.of(club, known, new Reason(asked.caller().actor(), why)))
                    .orElseGet(ClaimsApi::notFound),
                claim -> whole(club, claim)));
  }

  private record Asked(Caller caller, String id, @Nullable ReasonIn in) {}

  private static Outcome<Claim> notFound() {
    return Outcome.refused(Refusal.of(RewardsCode.CLAIM_NOT_FOUND));
  }

  @GetMapping("/v1/claims/{id}")
  @Needs(Scope.REWARDS_READ)
  @Gives(ClaimView.class)
  @Operation(operationId = "getClaim", summary = "Get a claim")
  ResponseEntity<?> get(Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    return answers.found(
        ClaimId.parse(id).flatMap(known -> rewards.claim(club.id(), known)),
        Refusal.of(RewardsCode.CLAIM_NOT_FOUND),
        claim -> whole(club, claim));
  }

  @GetMapping("/v1/claims")
  @Needs(Scope.REWARDS_READ)
  @Gives(value = ClaimView.class, list = true)
  @Operation(operationId = "listClaims", summary = "List claims, newest first")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "member", required = false) @Nullable String member,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    Optional<MemberId> whose = member == null ? Optional.empty() : MemberId.parse(member);
    if (member != null && whose.isEmpty()) {
      return answers.refused(java.util.List.of(Refusal.of(InputCode.NOT_AN_ID)));
    }
    return answers.ok(
        Paging.read(limit, after)
            .map(paging -> rewards.claims(club.id(), ClaimQuery.of(whose.orElse(null)), paging)),
        page -> page.map(claim -> whole(club, claim)));
  }

  private ClaimView whole(Club club, Claim claim) {
    return ClaimView.of(
        club,
        new Whole(
            claim, rewards.vouchers(club.id(), claim.id()), rewards.steps(club.id(), claim.id())),
        vouchers);
  }
}
