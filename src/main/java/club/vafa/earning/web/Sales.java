package club.vafa.earning.web;

import club.vafa.activity.Purchase;
import club.vafa.api.AnsweredLater;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Idempotency;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.Recorded;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Records single purchases, for callers that wait and for callers that are answered later. */
@Component
final class Sales implements AnsweredLater<PurchaseRequest> {
  static final String PATH = "/v1/purchases";

  private final Earning earning;
  private final Clubs clubs;
  private final GiftGuard guard;
  private final Views views;
  private final Answers answers;
  private final Clock clock;

  Sales(Earning earning, Clubs clubs, GiftGuard guard, Views views, Answers answers, Clock clock) {
    this.earning = earning;
    this.clubs = clubs;
    this.guard = guard;
    this.views = views;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Class<PurchaseRequest> takes() {
    return PurchaseRequest.class;
  }

  @Override
  public Scope needs() {
    return Scope.PURCHASES_WRITE;
  }

  ResponseEntity<?> record(PurchaseRequest request, @Nullable String key, Caller caller) {
    Club club = clubs.get(caller.club());
    return answer(
        club,
        request
            .read(reading(club, key), false)
            .then(purchase ->
                guard.guarded(
                    caller, purchase, admitted -> earning.purchase(club.id(), admitted))));
  }

  /** Gift cards are asked for by those who wait. */
  @Override
  public @Nullable CompletableFuture<Supplier<ResponseEntity<?>>> begin(
      PurchaseRequest request, @Nullable String key, Caller caller) {
    Club club = clubs.get(caller.club());
    if (!Idempotency.isKey(key)
        || !(request.read(reading(club, key), false)
            instanceof Done<NewPurchase>(NewPurchase purchase))
        || !purchase.giftCards().isEmpty()) {
      return null;
    }
    CompletableFuture<Outcome<Recorded<Purchase>>> begun = earning.begin(club.id(), purchase);
    return begun == null ? null : begun.thenApply(outcome -> () -> answer(club, outcome));
  }

  PurchaseRequest.Reading reading(Club club, @Nullable String key) {
    return new PurchaseRequest.Reading(club, clock.instant(), key, null);
  }

  private ResponseEntity<?> answer(Club club, Outcome<Recorded<Purchase>> outcome) {
    return answers.answer(
        outcome,
        recorded -> PurchasesApi.created(recorded.replayed()).body(views.purchase(club, recorded)));
  }
}
