package club.vafa.earning.web;

import club.vafa.api.Caller;
import club.vafa.cards.gifts.GiftCardCode;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.earning.NewPurchase;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Stands before purchases that name gift cards, so that nobody finds a code by trying. */
@Component
class GiftGuard {
  private final GiftCards gifts;

  GiftGuard(GiftCards gifts) {
    this.gifts = gifts;
  }

  /** Why this purchase is not even looked at; nothing for most. */
  Outcome<NewPurchase> admit(Caller caller, NewPurchase purchase) {
    Optional<Refusal> pause =
        purchase.giftCards().isEmpty() ? Optional.empty() : gifts.pause(caller.id());
    return pause
        .<Outcome<NewPurchase>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(purchase));
  }

  /** Does what is asked with a purchase and counts codes that led nowhere. */
  <T> Outcome<T> guarded(
      Caller caller, NewPurchase purchase, Function<NewPurchase, Outcome<T>> work) {
    return watch(caller, purchase, admit(caller, purchase).then(work));
  }

  <T> Outcome<T> watch(Caller caller, NewPurchase purchase, Outcome<T> outcome) {
    if (outcome instanceof Outcome.Refused<T>(List<Refusal> refusals)
        && refusals.stream()
            .anyMatch(refusal -> refusal.code() == GiftCardCode.GIFT_CARD_NOT_USABLE)) {
      gifts.missed(caller.id(), purchase.giftCards());
    }
    return outcome;
  }
}
