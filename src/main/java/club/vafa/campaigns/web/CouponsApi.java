package club.vafa.campaigns.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.campaigns.BatchId;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.CouponBatch;
import club.vafa.campaigns.CouponForm;
import club.vafa.campaigns.CouponId;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.NewBatch;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.RulesCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coupons and the batches of their codes over HTTP. */
@RestController
class CouponsApi {
  private static final int LONGEST_PATTERN = 40;

  private final Coupons coupons;
  private final Answers answers;
  private final Idempotency idempotency;

  CouponsApi(Coupons coupons, Answers answers, Idempotency idempotency) {
    this.coupons = coupons;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** Codes to make: alphabet is clear or digits; active lets them be used at once. */
  @Schema(name = "CouponBatchRequest")
  public record BatchRequest(
      @Nullable Integer count,
      @Nullable String pattern,
      @Nullable String alphabet,
      @Nullable Instant until,
      @Nullable Boolean active) {

    Outcome<NewBatch> read(CouponId coupon, String actor) {
      Input input = new Input();
      Integer many = input.required("/count", count);
      if (many != null && (many < 1 || many > NewBatch.MOST)) {
        input.refuse(
            "/count",
            RulesCode.OUT_OF_RANGE,
            Map.of("min", "1", "max", String.valueOf(NewBatch.MOST)));
      }
      String form = input.text("/pattern", pattern, LONGEST_PATTERN);
      String signs = CouponForm.choice(input, "/alphabet", alphabet, List.of("clear", "digits"));
      return input.faulty() || many == null
          ? Outcome.refused(input.refusals())
          : Outcome.done(
              new NewBatch(
                  coupon,
                  many,
                  form,
                  NewBatch.alphabet(signs),
                  !Boolean.FALSE.equals(active),
                  until,
                  actor));
    }
  }

  /** A batch of codes and how far it is: making or done. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CouponBatch")
  public record BatchView(
      String id,
      String coupon,
      String pattern,
      int wanted,
      int made,
      String state,
      boolean active,
      @Nullable Instant until,
      Instant createdAt,
      @Nullable Instant finishedAt) {
    static BatchView of(CouponBatch batch) {
      return new BatchView(
          batch.id().toString(),
          batch.coupon().toString(),
          batch.pattern(),
          batch.wanted(),
          batch.made(),
          batch.finishedAt() == null ? "making" : "done",
          batch.active(),
          batch.until(),
          batch.createdAt(),
          batch.finishedAt());
    }
  }

  @PostMapping("/v1/coupons")
  @Needs(Scope.COUPONS_WRITE)
  @Gives(value = CouponView.class, status = 201)
  @Operation(operationId = "defineCoupon", summary = "Define a coupon")
  ResponseEntity<?> define(
      @RequestBody CouponForm request, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.created(
                request.read(caller.actor()).then(coupon -> coupons.define(caller.club(), coupon)),
                made -> "/v1/coupons/" + made.id(),
                CouponView::of));
  }

  @GetMapping("/v1/coupons/{id}")
  @Needs(Scope.COUPONS_READ)
  @Gives(CouponView.class)
  @Operation(operationId = "getCoupon", summary = "Get a coupon")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    return answers.found(
        CouponId.parse(id).flatMap(known -> coupons.find(caller.club(), known)),
        Refusal.of(CampaignsCode.COUPON_NOT_FOUND),
        CouponView::of);
  }

  @GetMapping("/v1/coupons")
  @Needs(Scope.COUPONS_READ)
  @Gives(value = CouponView.class, list = true)
  @Operation(operationId = "listCoupons", summary = "List coupons")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (start, most) -> coupons.list(caller.club(), start, most),
                    coupon -> coupon.id().value())),
        page -> page.map(CouponView::of));
  }

  @PostMapping("/v1/coupons/{id}/cancel")
  @Needs(Scope.COUPONS_WRITE)
  @Gives(CouponView.class)
  @Operation(operationId = "cancelCoupon", summary = "Cancel a coupon with all its codes")
  ResponseEntity<?> cancel(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () -> answers.ok(with(id, known -> coupons.cancel(caller.club(), known)), CouponView::of));
  }

  /** The codes are made in the background; the batch says how many there are. */
  @PostMapping("/v1/coupons/{id}/batches")
  @Needs(Scope.COUPONS_WRITE)
  @Gives(value = BatchView.class, status = 201)
  @Operation(operationId = "makeCodes", summary = "Have unique codes made")
  ResponseEntity<?> make(
      @PathVariable("id") String id,
      @RequestBody BatchRequest request,
      Caller caller,
      HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.created(
                with(
                    id,
                    known ->
                        request
                            .read(known, caller.actor())
                            .then(wanted -> coupons.make(caller.club(), wanted))),
                made -> "/v1/coupons/" + made.coupon() + "/batches/" + made.id(),
                BatchView::of));
  }

  @GetMapping("/v1/coupons/{id}/batches")
  @Needs(Scope.COUPONS_READ)
  @Gives(value = BatchView.class, list = true)
  @Operation(operationId = "listBatches", summary = "The batches of a coupon's codes")
  ResponseEntity<?> batches(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        with(
            id,
            known ->
                Paging.read(limit, after)
                    .map(paging ->
                        paging.page(
                            (start, most) -> coupons.batches(caller.club(), known, start, most),
                            batch -> batch.id().value()))),
        page -> page.map(BatchView::of));
  }

  @GetMapping("/v1/coupons/{id}/batches/{batch}")
  @Needs(Scope.COUPONS_READ)
  @Gives(BatchView.class)
  @Operation(operationId = "getBatch", summary = "How far a batch of codes is")
  ResponseEntity<?> batch(
      @PathVariable("id") String id, @PathVariable("batch") String batch, Caller caller) {
    Optional<CouponBatch> found =
        BatchId.parse(batch)
            .flatMap(known -> coupons.batch(caller.club(), known))
            .filter(known -> known.coupon().toString().equals(id));
    return answers.found(found, Refusal.of(CampaignsCode.COUPON_BATCH_NOT_FOUND), BatchView::of);
  }

  @PostMapping("/v1/coupons/{id}/batches/{batch}/activate")
  @Needs(Scope.COUPONS_WRITE)
  @Gives(BatchView.class)
  @Operation(operationId = "activateBatch", summary = "Let the codes of a batch be used")
  ResponseEntity<?> activate(
      @PathVariable("id") String id,
      @PathVariable("batch") String batch,
      Caller caller,
      HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.ok(
                BatchId.parse(batch)
                    .map(known -> coupons.activate(caller.club(), known))
                    .orElseGet(
                        () -> Outcome.refused(Refusal.of(CampaignsCode.COUPON_BATCH_NOT_FOUND))),
                BatchView::of));
  }

  private static <T> Outcome<T> with(String id, Function<CouponId, Outcome<T>> work) {
    return CouponId.parse(id)
        .map(work)
        .orElseGet(() -> Outcome.refused(Refusal.of(CampaignsCode.COUPON_NOT_FOUND)));
  }
}
