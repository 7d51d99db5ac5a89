package club.vafa.earning.web;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.api.Answers;
import club.vafa.api.Body;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Often;
import club.vafa.api.Problems;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.EarningCode;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.Recorded;
import club.vafa.earning.Returned;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purchases and returns over HTTP. */
@RestController
class PurchasesApi {
  private static final int MOST_TOGETHER = 1000;

  private final Sales sales;
  private final Earning earning;
  private final Clubs clubs;
  private final GiftGuard guard;
  private final Views views;
  private final Explanations explanations;
  private final Answers answers;
  private final Problems problems;
  private final Json json;
  private final Clock clock;

  PurchasesApi(
      Sales sales,
      Earning earning,
      Clubs clubs,
      GiftGuard guard,
      Views views,
      Explanations explanations,
      Answers answers,
      Problems problems,
      Json json,
      Clock clock) {
    this.sales = sales;
    this.earning = earning;
    this.clubs = clubs;
    this.guard = guard;
    this.views = views;
    this.explanations = explanations;
    this.answers = answers;
    this.problems = problems;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping(Sales.PATH)
  @Often
  @Needs(Scope.PURCHASES_WRITE)
  @Gives(value = PurchaseView.class, status = 201)
  @Operation(operationId = "recordPurchase", summary = "Record a purchase")
  ResponseEntity<?> record(
      @RequestBody PurchaseRequest request, HttpServletRequest http, Caller caller) {
    return sales.record(request, Idempotency.key(http), caller);
  }

  /** What the same purchase would bring now, with nothing written. */
  @PostMapping("/v1/purchases/quote")
  @Often
  @Needs(Scope.PURCHASES_READ)
  @Gives(PurchaseView.class)
  @Operation(
      operationId = "quotePurchase",
      summary = "What a purchase would bring, with nothing written")
  ResponseEntity<?> quote(@RequestBody PurchaseRequest request, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        request
            .read(sales.reading(club, null), true)
            .then(purchase ->
                guard.guarded(caller, purchase, admitted -> earning.quote(club.id(), admitted))),
        quoted -> views.quote(club, quoted));
  }

  /** Up to 1,000 purchases; each is answered as if it had come alone. */
  @PostMapping("/v1/purchases:batch")
  @Needs(Scope.PURCHASES_WRITE)
  @Gives(BatchView.class)
  @Operation(
      operationId = "recordPurchases",
      summary = "Record up to 1,000 purchases",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = BatchRequest.class))))
  ResponseEntity<?> recordAll(HttpServletRequest request, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        json.readEach(Body.of(request), "purchases", PurchaseRequest.class, MOST_TOGETHER),
        items -> new BatchView(recordAll(club, caller, items)));
  }

  private List<BatchView.Item> recordAll(
      Club club, Caller caller, List<Outcome<PurchaseRequest>> items) {
    List<Outcome<NewPurchase>> read = new ArrayList<>(items.size());
    List<NewPurchase> good = new ArrayList<>(items.size());
    for (Outcome<PurchaseRequest> item : items) {
      Outcome<NewPurchase> purchase =
          item.then(body -> body.read(sales.reading(club, null), false))
              .then(one -> guard.admit(caller, one));
      read.add(purchase);
      if (purchase instanceof Done<NewPurchase>(NewPurchase value)) {
        good.add(value);
      }
    }
    var recorded = earning.purchases(club.id(), good).iterator();
    List<BatchView.Item> answered = new ArrayList<>(items.size());
    for (Outcome<NewPurchase> purchase : read) {
      answered.add(item(club, purchase.then(one -> guard.watch(caller, one, recorded.next()))));
    }
    return answered;
  }

  private BatchView.Item item(Club club, Outcome<Recorded<Purchase>> outcome) {
    return switch (outcome) {
      case Done<Recorded<Purchase>>(Recorded<Purchase> recorded) ->
          new BatchView.Item(
              HttpStatus.CREATED.value(),
              recorded.replayed() ? true : null,
              views.purchase(club, recorded));
      case Refused<Recorded<Purchase>>(List<Refusal> refusals) ->
          new BatchView.Item(
              refusals.getFirst().code().kind().status(), null, problems.of(refusals));
    };
  }

  @GetMapping("/v1/purchases/{id}")
  @Needs(Scope.PURCHASES_READ)
  @Gives(PurchaseView.class)
  @Operation(operationId = "getPurchase", summary = "Get a purchase")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.found(
        find(club, id),
        Refusal.of(EarningCode.PURCHASE_NOT_FOUND),
        purchase -> views.purchase(club, earning.again(club.id(), purchase)));
  }

  /** A purchase by its natural key. */
  @GetMapping("/v1/purchases")
  @Needs(Scope.PURCHASES_READ)
  @Gives(PurchaseView.class)
  @Operation(operationId = "findPurchase", summary = "Get a purchase by source and external id")
  ResponseEntity<?> getByKey(
      @RequestParam("source") String source,
      @RequestParam("externalId") String externalId,
      Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.found(
        earning.find(club.id(), new NaturalKey(source, externalId)),
        Refusal.of(EarningCode.PURCHASE_NOT_FOUND),
        purchase -> views.purchase(club, earning.again(club.id(), purchase)));
  }

  /** Why a purchase had the effects it had: every rule that was looked at. */
  @GetMapping("/v1/purchases/{id}/explanation")
  @Needs(Scope.PURCHASES_READ)
  @Gives(ExplanationView.class)
  @Operation(operationId = "explainPurchase", summary = "Why a purchase had its effects")
  ResponseEntity<?> explain(@PathVariable("id") String id, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.found(
        find(club, id),
        Refusal.of(EarningCode.PURCHASE_NOT_FOUND),
        purchase -> explanations.of(club, purchase, earning.explain(club.id(), purchase)));
  }

  @PostMapping("/v1/purchases/{id}/returns")
  @Needs(Scope.PURCHASES_WRITE)
  @Gives(value = ReturnView.class, status = 201)
  @Operation(operationId = "returnGoods", summary = "Record that goods came back")
  ResponseEntity<?> giveBack(
      @PathVariable("id") String id, @RequestBody ReturnRequest request, Caller caller) {
    Club club = clubs.get(caller.club());
    Optional<UUID> purchase = TypeId.parse(Purchase.PREFIX, id);
    if (purchase.isEmpty()) {
      return problems.answer(Refusal.of(EarningCode.PURCHASE_NOT_FOUND));
    }
    Outcome<Returned> outcome =
        request
            .read(clock.instant(), caller.actor())
            .then(wanted -> earning.giveBack(club.id(), purchase.get(), wanted));
    return answers.answer(
        outcome,
        recorded -> created(recorded.replayed()).body(views.returned(club, recorded.activity())));
  }

  private Optional<Purchase> find(Club club, String id) {
    return TypeId.parse(Purchase.PREFIX, id).flatMap(found -> earning.find(club.id(), found));
  }

  static ResponseEntity.BodyBuilder created(boolean replayed) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.CREATED);
    return replayed ? answer.header(Idempotency.REPLAYED, "true") : answer;
  }
}
