package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.VoucherStore.Step;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands over the vouchers of claims: fresh ones, or codes that were brought along. */
@Component
class Handing {
  private final VoucherStore store;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  Handing(VoucherStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** Codes set aside for a claim; none when the reward gives none. */
  record Ready(Reward reward, RewardTerms terms, List<Voucher> brought, long wanted) {}

  /** Sets codes aside; refused when fewer are left than are wanted. */
  Outcome<Ready> prepare(Club club, Reward reward, RewardTerms terms, long wanted) {
    VoucherTerms voucher = terms.voucher();
    if (voucher == null || voucher.pattern() != null) {
      return Outcome.done(new Ready(reward, terms, List.of(), wanted));
    }
    List<Voucher> free =
        store.free(club.id(), reward.id(), clock.instant(), Math.toIntExact(wanted));
    return free.size() < wanted
        ? Outcome.refused(
            Refusal.at("", RewardsCode.OUT_OF_STOCK, Map.of("left", (long) free.size())))
        : Outcome.done(new Ready(reward, terms, free, wanted));
  }

  List<Voucher> handOver(Club club, Ready ready, Claim claim) {
    VoucherTerms terms = ready.terms().voucher();
    if (terms == null) {
      return List.of();
    }
    Voucher.Owner owner = new Voucher.Owner(claim.member(), claim.id(), null, claim.claimedAt());
    Instant ends = terms.end(club, claim.claimedAt());
    List<Voucher> handed = new ArrayList<>();
    ready.brought().forEach(voucher -> handed.add(voucher.handedTo(owner, ends)));
    store.update(club.id(), handed);
    while (handed.size() < ready.wanted()) {
      Voucher made =
          Making.one(ready.reward(), terms, new VoucherId(ids.next()), chance)
              .handedTo(owner, ends);
      if (store.insertUnlessThere(club.id(), List.of(made)) == 1) {
        handed.add(made);
      }
    }
    store.insertSteps(
        club.id(),
        handed.stream()
            .map(voucher ->
                new Step(
                    voucher.id(),
                    ids.next(),
                    "given",
                    0,
                    claim.id().value(),
                    claim.claimedAt(),
                    null,
                    null))
            .toList());
    return handed;
  }
}
