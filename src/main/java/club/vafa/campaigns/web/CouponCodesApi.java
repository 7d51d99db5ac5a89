package club.vafa.campaigns.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.CouponId;
import club.vafa.campaigns.Coupons;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.rules.RulesCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Single coupon codes over HTTP: looked up, reserved to a member, held for a sale, cancelled. */
@RestController
class CouponCodesApi {
  private static final int LONGEST_CODE = 200;
  private static final int USUAL_HOLD = 600;
  private static final int LONGEST_HOLD = 86_400;

  private final Coupons coupons;
  private final Members members;
  private final Clock clock;
  private final Answers answers;
  private final Idempotency idempotency;

  CouponCodesApi(
      Coupons coupons, Members members, Clock clock, Answers answers, Idempotency idempotency) {
    this.coupons = coupons;
    this.members = members;
    this.clock = clock;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * A code.
   *
   * @param state issued, active, reserved, held, redeemed, expired or cancelled
   * @param reserved hard when only the member may use it, soft when it is only shown to them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CodeView(
      String code,
      String coupon,
      String couponCode,
      String state,
      @Nullable String member,
      @Nullable String reserved,
      @Nullable Instant until,
      @Nullable Instant heldUntil) {}

  private CodeView view(CouponCode code) {
    Instant now = clock.instant();
    Instant held = code.heldUntil();
    boolean holding = held != null && now.isBefore(held);
    MemberId member = code.member();
    return new CodeView(
        code.code(),
        code.coupon().id().toString(),
        code.coupon().code(),
        state(code, now, holding),
        member == null ? null : member.toString(),
        member == null ? null : (code.hard() ? "hard" : "soft"),
        code.until() == null ? code.coupon().until() : code.until(),
        holding ? held : null);
  }

  static String state(CouponCode code, Instant now, boolean holding) {
    if (code.state() == CouponCode.State.REDEEMED) {
      return "redeemed";
    }
    if (code.coupon().cancelled() || code.state() == CouponCode.State.CANCELLED) {
      return "cancelled";
    }
    if (code.expired(now)) {
      return "expired";
    }
    if (holding) {
      return "held";
    }
    return code.member() != null && code.state() == CouponCode.State.ACTIVE
        ? "reserved"
        : code.state().name().toLowerCase(Locale.ROOT);
  }

  /** Whom a code is for: hard lets only that member use it; no member lets everybody again. */
  public record ReserveRequest(
      @Nullable String code, @Nullable String member, @Nullable Boolean hard) {}

  /** The sale that a code is held for, and for how many seconds. */
  @Schema(name = "CodeHoldRequest")
  public record HoldRequest(
      @Nullable String code,
      @Nullable String source,
      @Nullable String externalId,
      @Nullable Integer seconds) {}

  /** The code to cancel. */
  public record CodeRequest(@Nullable String code) {}

  @GetMapping("/v1/coupon-codes")
  @Needs(Scope.COUPONS_READ)
  @Gives(CodeView.class)
  @Operation(operationId = "findCode", summary = "Look up a code")
  ResponseEntity<?> find(@RequestParam("code") String code, Caller caller) {
    Optional<CouponCode> found =
        code.isBlank() || code.length() > LONGEST_CODE || code.indexOf('\0') >= 0
            ? Optional.empty()
            : coupons.code(caller.club(), code);
    return answers.found(found, Refusal.of(CampaignsCode.CODE_NOT_FOUND), this::view);
  }

  @GetMapping("/v1/coupons/{id}/codes")
  @Needs(Scope.COUPONS_READ)
  @Gives(value = CodeView.class, list = true)
  @Operation(operationId = "listCodes", summary = "The codes of a coupon")
  ResponseEntity<?> list(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    Outcome<CouponId> coupon =
        CouponId.parse(id)
            .filter(known -> coupons.find(caller.club(), known).isPresent())
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(CampaignsCode.COUPON_NOT_FOUND)));
    return answers.ok(
        coupon.then(known ->
            page(limit, after, (start, most) -> coupons.codes(caller.club(), known, start, most))),
        page -> page.map(this::view));
  }

  /** What is reserved to a member, to be shown among their coupons. */
  @GetMapping("/v1/members/{id}/coupons")
  @Needs(Scope.COUPONS_READ)
  @Gives(value = CodeView.class, list = true)
  @Operation(operationId = "listMemberCoupons", summary = "The coupons reserved to a member")
  ResponseEntity<?> ofMember(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    Outcome<MemberId> member =
        MemberId.parse(id)
            .filter(known -> members.look(caller.club(), List.of(known)).containsKey(known))
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND)));
    return answers.ok(
        member.then(known ->
            page(limit, after, (start, most) -> coupons.of(caller.club(), known, start, most))),
        page -> page.map(this::view));
  }

  private static Outcome<Page<CouponCode>> page(
      @Nullable Integer limit,
      @Nullable String after,
      BiFunction<String, Integer, List<CouponCode>> read) {
    return NamedPaging.read(limit, after).map(paging -> paging.page(read, CouponCode::code));
  }

  @PostMapping("/v1/coupon-codes/reserve")
  @Needs(Scope.COUPONS_WRITE)
  @Gives(CodeView.class)
  @Operation(operationId = "reserveCode", summary = "Reserve a code to a member")
  ResponseEntity<?> reserve(
      @RequestBody ReserveRequest request, Caller caller, HttpServletRequest http) {
    Input input = new Input();
    String code = input.text("/code", request.code(), LONGEST_CODE);
    String member = request.member();
    Optional<MemberId> wanted = member == null ? Optional.empty() : MemberId.parse(member);
    if (member != null && wanted.isEmpty()) {
      input.refuse("/member", InputCode.NOT_AN_ID);
    }
    boolean hard = Boolean.TRUE.equals(request.hard());
    return change(
        http,
        input,
        code,
        one ->
            wanted
                .flatMap(known -> unfit(caller, known))
                .<Outcome<CouponCode>>map(Outcome::refused)
                .orElseGet(() -> coupons.reserve(caller.club(), one, wanted.orElse(null), hard)));
  }

  /** Nothing is reserved to somebody whom the club does not know or who is no member any more. */
  private Optional<Refusal> unfit(Caller caller, MemberId member) {
    MemberRow row = members.look(caller.club(), List.of(member)).get(member);
    return row == null
        ? Optional.of(Refusal.at("/member", MemberCode.MEMBER_NOT_FOUND))
        : row.refusal();
  }

  @PostMapping("/v1/coupon-codes/hold")
  @Needs(Scope.PURCHASES_WRITE)
  @Gives(CodeView.class)
  @Operation(operationId = "holdCode", summary = "Hold a code for a sale that is under way")
  ResponseEntity<?> hold(@RequestBody HoldRequest request, Caller caller, HttpServletRequest http) {
    Input input = new Input();
    String code = input.text("/code", request.code(), LONGEST_CODE);
    String sale =
        input.text("/source", request.source(), LONGEST_CODE)
            + "\n"
            + input.text("/externalId", request.externalId(), LONGEST_CODE);
    int seconds = request.seconds() == null ? USUAL_HOLD : request.seconds();
    if (seconds < 0 || seconds > LONGEST_HOLD) {
      input.refuse(
          "/seconds",
          RulesCode.OUT_OF_RANGE,
          Map.of("min", "0", "max", String.valueOf(LONGEST_HOLD)));
    }
    return change(
        http,
        input,
        code,
        one -> coupons.hold(caller.club(), one, sale, Duration.ofSeconds(seconds)));
  }

  @PostMapping("/v1/coupon-codes/cancel")
  @Needs(Scope.COUPONS_WRITE)
  @Gives(CodeView.class)
  @Operation(operationId = "cancelCode", summary = "Cancel one code")
  ResponseEntity<?> cancel(
      @RequestBody CodeRequest request, Caller caller, HttpServletRequest http) {
    Input input = new Input();
    String code = input.text("/code", request.code(), LONGEST_CODE);
    return change(http, input, code, one -> coupons.cancelCode(caller.club(), one));
  }

  private ResponseEntity<?> change(
      HttpServletRequest http,
      Input input,
      String code,
      Function<String, Outcome<CouponCode>> work) {
    return idempotency.once(
        http,
        () ->
            input.faulty()
                ? answers.refused(input.refusals())
                : answers.ok(work.apply(code), this::view));
  }
}
