package club.vafa.rewards.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
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
import club.vafa.rewards.Vouchers.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
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

/** Vouchers over HTTP: looked up, redeemed, reserved, stopped. */
@RestController
@Tag(name = "Rewards")
class VouchersApi {
  private static final int LONGEST = 200;
  private static final int LONGEST_REASON = 500;
  private static final int MOST_MINUTES = 24 * 60;

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

  /**
   * A voucher to redeem without a sale.
   *
   * @param member who brings it, when it belongs to somebody
   * @param amount of money to take from one that keeps its rest; all when missing
   * @param reservation the name it was reserved under
   */
  record RedeemIn(
      @Nullable String code,
      @Nullable String member,
      @Nullable Decimal amount,
      @Nullable String reservation) {}

  /** A voucher to set aside while a sale is being paid. */
  record ReserveIn(
      @Nullable String code,
      @Nullable String member,
      @Nullable String reservation,
      @Nullable Integer minutes) {}

  record ReasonIn(@Nullable String reason) {}

  /**
   * What a redemption took.
   *
   * @param amount of money, when the voucher takes money off
   */
  record RedeemedOut(VoucherView voucher, @Nullable String amount) {}

  @PostMapping("/v1/vouchers:redeem")
  @Needs(Scope.VOUCHERS_WRITE)
  @Gives(RedeemedOut.class)
  @Operation(
      operationId = "redeemVoucher",
      summary = "Redeem a voucher without a sale",
      description = "In a sale, name the code among the coupons of the purchase instead.")
  ResponseEntity<?> redeem(Caller caller, @RequestBody RedeemIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    Long amount =
        in.amount() == null
            ? null
            : Long.valueOf(new Fields(club, input).positiveMoney("/amount", in.amount()));
    Wish wish = wish(input, caller, new Brought(in.code(), in.member(), in.reservation(), amount));
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        request,
        () -> {
          Outcome<Vouchers.Redeemed> outcome = vouchers.redeem(club, wish);
          return slowed(
              outcome,
              answers.ok(
                  outcome,
                  done -> {
                    VoucherView shown = views.of(club, done.voucher());
                    return new RedeemedOut(
                        shown, shown.left() == null ? null : RewardView.money(club, done.amount()));
                  }));
        });
  }

  @PostMapping("/v1/vouchers:reserve")
  @Needs(Scope.VOUCHERS_WRITE)
  @Gives(VoucherView.class)
  @Operation(
      operationId = "reserveVoucher",
      summary = "Set a voucher aside while a sale is being paid",
      description =
          "Until its time is over only who names the reservation redeems it. 15 minutes unless it"
              + " says more.")
  ResponseEntity<?> reserve(Caller caller, @RequestBody ReserveIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    int minutes = in.minutes() == null ? 15 : in.minutes();
    if (minutes < 1 || minutes > MOST_MINUTES) {
      input.refuse("/minutes", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_MINUTES));
    }
    Wish wish = wish(input, caller, new Brought(in.code(), in.member(), in.reservation(), null));
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        request,
        () -> {
          Outcome<Voucher> outcome = vouchers.reserve(club, wish, Duration.ofMinutes(minutes));
          return slowed(outcome, answers.ok(outcome, done -> views.of(club, done)));
        });
  }

  /** What a body says of a voucher. */
  private record Brought(
      @Nullable String code,
      @Nullable String member,
      @Nullable String reservation,
      @Nullable Long amount) {}

  private static Wish wish(Input input, Caller caller, Brought brought) {
    String code = input.text("/code", brought.code(), LONGEST);
    Optional<MemberId> member =
        brought.member() == null ? Optional.empty() : MemberId.parse(brought.member());
    if (brought.member() != null && member.isEmpty()) {
      input.refuse("/member", InputCode.NOT_AN_ID);
    }
    String reservation = input.optionalText("/reservation", brought.reservation(), LONGEST);
    return new Wish(
        code, member.orElse(null), brought.amount(), reservation, caller.id(), caller.actor());
  }

  /** Who guessed too often is told when to come back. */
  private static ResponseEntity<?> slowed(Outcome<?> outcome, ResponseEntity<?> answer) {
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
                Page.of(
                    vouchers.of(club.id(), member.get(), paging.after(), paging.limit() + 1),
                    paging.limit(),
                    voucher -> Cursor.of(voucher.id().value()))),
        page -> page.map(voucher -> views.of(club, voucher)));
  }
}
