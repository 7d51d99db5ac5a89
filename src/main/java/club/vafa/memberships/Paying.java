package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.memberships.PaymentStore.Paid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes payments for what they are: each once, for a fee that is due, in the club's money. */
@Component
class Paying {
  private final PaymentStore store;
  private final Lives lives;
  private final Clock clock;

  Paying(PaymentStore store, Lives lives, Clock clock) {
    this.store = store;
    this.lives = lives;
    this.clock = clock;
  }

  /** The membership that a report of this very payment was recorded for before. */
  Optional<MembershipId> known(Club club, Payment payment) {
    return store.of(club.id(), payment);
  }

  /** The fee the payment is for, or why it cannot be taken. */
  Outcome<Long> fee(Life life, Payment payment) {
    Club club = life.club;
    Optional<MembershipId> known = known(club, payment);
    if (known.isPresent()) {
      return Outcome.refused(
          Refusal.at(
              "/reference",
              MembershipCode.PAYMENT_REFERENCE_TAKEN,
              Map.of("membership", known.get().toString())));
    }
    Money amount = payment.amount();
    if (amount != null && !amount.currency().equals(club.currency())) {
      return Outcome.refused(
          Refusal.at(
              "/amount/currency",
              MembershipCode.MEMBERSHIP_CURRENCY,
              Map.of("currency", club.currency().getCurrencyCode())));
    }
    return life.fee(club.day(clock.instant())).then(fee -> exactly(club, fee, payment));
  }

  private static Outcome<Long> exactly(Club club, long fee, Payment payment) {
    Money amount = payment.amount();
    if (amount == null || amount.minor() == fee || !payment.succeeded()) {
      return Outcome.done(fee);
    }
    Money due = new Money(fee, club.currency());
    return Outcome.refused(
        Refusal.at(
            "/amount/amount",
            MembershipCode.MEMBERSHIP_FEE,
            Map.of("due", due.amount(), "currency", due.currency().getCurrencyCode())));
  }

  /** Records the payment and what comes of it. */
  Membership settle(Life life, Payment payment, long fee, String actor) {
    Instant now = clock.instant();
    Paid paid = new Paid(life.after().id(), life.owing(), fee, actor, now);
    if (payment.succeeded()) {
      life.pay(life.club.day(now), fee);
    } else {
      life.fail();
    }
    if (!store.insert(life.club.id(), payment, paid)) {
      throw new IllegalStateException("a payment was recorded past its member's lock");
    }
    return lives.save(life, actor);
  }
}
