package club.vafa.earning;

import club.vafa.clubs.Club;
import club.vafa.earning.NewPurchase.Payment;
import club.vafa.kernel.Amount;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.spending.Allowance;
import club.vafa.spending.AllowanceUse;
import club.vafa.spending.Confirmation;
import club.vafa.spending.ConfirmationId;
import club.vafa.spending.Spending.Proofs;
import club.vafa.spending.SpendingCode;
import club.vafa.spending.SpendingPolicy.Beyond;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a round knows beside its members' books: what goods cost, and what proves that spending is
 * all right. Sales of the round see what those before them used up.
 */
final class Beside {
  /** A till may have lost the network between the code and the sale. */
  private static final Duration CONFIRMED = Duration.ofHours(24);

  private final Club club;
  private final Map<String, Long> costs;
  private final @Nullable Proofs proofs;
  private final Map<AllowanceUse, Long> spent = new HashMap<>();
  private final Map<UUID, UUID> used = new HashMap<>();

  /**
   * What was looked up.
   *
   * @param proofs null where nothing is written, and so nothing has to be proven
   */
  Beside(Club club, Map<String, Long> costs, @Nullable Proofs proofs) {
    this.club = club;
    this.costs = costs;
    this.proofs = proofs;
  }

  /** The purchase with what its goods cost and what it may spend, or why it may not. */
  Outcome<NewPurchase> admit(NewPurchase asked, @Nullable Buyer buyer) {
    NewPurchase purchase = asked.costing(costs);
    Set<String> drawn = new HashSet<>();
    purchase.payments().stream().map(Payment::draws).filter(Objects::nonNull).forEach(drawn::add);
    if (proofs == null || buyer == null || drawn.isEmpty()) {
      return Outcome.done(purchase);
    }
    Spend spend = purchase.spend();
    if (spend.accepted()) {
      return Outcome.done(purchase.with(spend.judged(Long.MAX_VALUE, drawn)));
    }
    List<Refusal> against = new ArrayList<>();
    long free = Math.max(proofs.policy().free(), confirmed(purchase, buyer.id(), against));
    Set<String> owing = owing(purchase, buyer.id(), against);
    return against.isEmpty()
        ? Outcome.done(purchase.with(spend.judged(free, owing)))
        : Outcome.refused(against);
  }

  private static List<Payment.Wallet> wallets(NewPurchase purchase) {
    return purchase.payments().stream()
        .filter(Payment.Wallet.class::isInstance)
        .map(Payment.Wallet.class::cast)
        .toList();
  }

  private long confirmed(NewPurchase purchase, MemberId member, List<Refusal> against) {
    String asked = purchase.spend().confirmation();
    if (asked == null || proofs == null) {
      return 0;
    }
    Optional<Confirmation> found =
        ConfirmationId.parse(asked)
            .map(id -> proofs.confirmations().get(id.value()))
            .filter(one -> one.member().equals(member) && counts(one, purchase.occurredAt()));
    if (found.isEmpty()) {
      against.add(Refusal.at("/confirmation", SpendingCode.CONFIRMATION_NOT_VALID));
    }
    return found.map(Confirmation::amount).orElse(0L);
  }

  private boolean counts(Confirmation one, Instant at) {
    Instant confirmed = one.confirmedAt();
    return confirmed != null
        && one.usedBy() == null
        && !used.containsKey(one.id().value())
        && !at.isAfter(confirmed.plus(CONFIRMED));
  }

  /** In which units the club lets be owed what the member turns out not to have. */
  private Set<String> owing(NewPurchase purchase, MemberId member, List<Refusal> against) {
    String token = purchase.spend().allowance();
    if (token == null || proofs == null) {
      return Set.of();
    }
    Allowance allowance = proofs.allowances().get(token);
    if (allowance == null
        || !allowance.countsFor(
            member,
            PurchaseDecider.text(purchase.branch()),
            PurchaseDecider.text(purchase.terminal()),
            purchase.occurredAt())) {
      against.add(Refusal.at("/allowance", SpendingCode.ALLOWANCE_NOT_VALID));
      return Set.of();
    }
    Set<String> owing = new HashSet<>();
    for (int at = 0; at < purchase.payments().size(); at++) {
      if (purchase.payments().get(at) instanceof Payment.Wallet(String unit, long amount)) {
        long left = left(allowance, unit);
        if (amount > left) {
          against.add(exceeded("/payments/" + at + "/amount", unit, left));
        } else if (proofs.policy().beyond() == Beyond.OWE) {
          owing.add(unit);
        }
      }
    }
    return owing;
  }

  private long left(Allowance allowance, String unit) {
    AllowanceUse use = new AllowanceUse(allowance.id(), unit);
    long before = proofs == null ? 0 : proofs.spent().getOrDefault(use, 0L);
    long all = allowance.units().getOrDefault(unit, 0L);
    return Math.max(0, all - before - spent.getOrDefault(use, 0L));
  }

  private Refusal exceeded(String pointer, String unit, long left) {
    int decimals = club.unit(unit).map(one -> one.decimals()).orElse(0);
    return Refusal.at(
        pointer,
        SpendingCode.ALLOWANCE_EXCEEDED,
        Map.of("left", Amount.plain(left, decimals), "unit", unit));
  }

  /**
   * The purchase was booked: what it brought is used up, also when the club took it as it is and
   * what it brought had no force.
   */
  void booked(NewPurchase purchase, @Nullable Buyer buyer, UUID id) {
    Spend spend = purchase.spend();
    if (proofs == null
        || buyer == null
        || purchase.payments().stream().noneMatch(Payment::drawsUnits)) {
      return;
    }
    Allowance allowance =
        spend.allowance() == null ? null : proofs.allowances().get(spend.allowance());
    if (allowance != null && allowance.member().equals(buyer.id())) {
      wallets(purchase)
          .forEach(wallet ->
              spent.merge(
                  new AllowanceUse(allowance.id(), wallet.unit()), wallet.amount(), Long::sum));
    }
    if (spend.confirmation() != null) {
      ConfirmationId.parse(spend.confirmation())
          .map(one -> proofs.confirmations().get(one.value()))
          .filter(one -> one.member().equals(buyer.id()))
          .filter(one -> counts(one, purchase.occurredAt()))
          .ifPresent(one -> used.put(one.id().value(), id));
    }
  }

  Map<AllowanceUse, Long> spent() {
    return spent;
  }

  Map<UUID, UUID> used() {
    return used;
  }
}
