package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Ledger;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.rewards.Voucher.State;
import club.vafa.rewards.VoucherStore.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends claims: handed over, failed, revoked, overdue. What is not handed over gives its units back
 * to the lots they came from, and its pieces to the stock.
 */
@Component
class Ending {
  private final ClaimStore claims;
  private final VoucherStore vouchers;
  private final Claiming claiming;
  private final Members members;
  private final Ledger ledger;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Ending(
      ClaimStore claims,
      VoucherStore vouchers,
      Claiming claiming,
      Members members,
      Ledger ledger,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.claims = claims;
    this.vouchers = vouchers;
    this.claiming = claiming;
    this.members = members;
    this.ledger = ledger;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** How a claim ends, by whom and why. */
  record How(Claim.State state, String actor, @Nullable String reason) {}

  /** Units that came back. */
  private record Back(long usable, long expired) {
    static final Back NOTHING = new Back(0, 0);
  }

  Outcome<Claim> end(Club club, ClaimId id, How how) {
    Optional<Claim> found = claims.find(club.id(), id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(RewardsCode.CLAIM_NOT_FOUND));
    }
    MemberId owner = lock(club, found.get().member());
    // Read anew: somebody may have ended it while we waited for the lock.
    Claim claim = claims.find(club.id(), id).orElseThrow();
    boolean open = claim.state() == Claim.State.REQUESTED;
    boolean revoking = how.state() == Claim.State.REVOKED && claim.state() == Claim.State.FULFILLED;
    if (!open && !revoking) {
      return Outcome.refused(
          Refusal.at(
              "",
              RewardsCode.CLAIM_NOT_OPEN,
              Map.of("state", claim.state().name().toLowerCase(Locale.ROOT))));
    }
    Outcome<List<Voucher>> taken = revoking ? unused(club, claim) : Outcome.done(List.of());
    if (taken instanceof Refused<List<Voucher>>(List<Refusal> refusals)) {
      return Outcome.refused(refusals);
    }
    Cause cause = Cause.of(Cause.Kind.CLAIM, id.value()).because(how.actor(), how.reason());
    Outcome<Back> back = open ? ended(club, claim, how, cause) : reverse(club, claim, owner, cause);
    return back.map(units -> {
      taken.map(given -> cancel(club, given, how));
      return keep(club, claim.in(how.state()), how, units);
    });
  }

  private Claim keep(Club club, Claim after, How how, Back back) {
    Instant now = clock.instant();
    claims.update(club.id(), after);
    claims.insert(
        club.id(),
        after.id(),
        ids.next(),
        new Claim.Step(
            after.state(), now, how.actor(), how.reason(), back.usable(), back.expired()));
    if (after.state() != Claim.State.FULFILLED) {
      claiming.take(club, after, -after.quantity());
    }
    String what = "claim." + after.state().name().toLowerCase(Locale.ROOT);
    feed.append(club.id(), what, after.id().value(), null, now);
    return after;
  }

  /** Locks who claimed, and whom they were merged into; answers with who has their wallets now. */
  private MemberId lock(Club club, MemberId claimed) {
    List<MemberId> way = new ArrayList<>();
    for (MemberId next = claimed; next != null; ) {
      way.add(next);
      MemberRow row = members.look(club.id(), List.of(next)).get(next);
      next = row == null ? null : row.mergedInto();
    }
    members.lock(club.id(), way);
    return way.getLast();
  }

  private Outcome<Back> ended(Club club, Claim claim, How how, Cause cause) {
    if (claim.hold() == null) {
      return Outcome.done(Back.NOTHING);
    }
    if (how.state() == Claim.State.FULFILLED) {
      return ledger.capture(club, claim.hold(), null, cause).map(_ -> Back.NOTHING);
    }
    return switch (ledger.release(club, claim.hold(), cause)) {
      case Outcome.Done<Books.HoldEnded>(Books.HoldEnded end) ->
          Outcome.done(new Back(end.usable() + end.settled(), end.expired()));
      // Somebody released it by hand: then the units are back already.
      case Refused<Books.HoldEnded> released -> Outcome.done(Back.NOTHING);
    };
  }

  private Outcome<Back> reverse(Club club, Claim claim, MemberId owner, Cause cause) {
    if (claim.unit() == null) {
      return Outcome.done(Back.NOTHING);
    }
    String unit = club.unit(claim.unit()).code();
    Ledger.Part part = new Ledger.Part(claim.member(), unit, claim.units());
    return ledger
        .reverse(club, part, claim.id().value(), cause)
        .then(back -> {
          Back units = new Back(back.usable() + back.settled(), back.expired());
          if (owner.equals(claim.member()) || back.usable() == 0) {
            return Outcome.done(units);
          }
          // What came back to a merged member goes on to whom they were merged into.
          Ledger.Part moved = new Ledger.Part(claim.member(), unit, back.usable());
          return ledger.transfer(club, moved, owner, cause).map(_ -> units);
        });
  }

  private Outcome<List<Voucher>> unused(Club club, Claim claim) {
    List<Voucher> given = vouchers.ofClaim(club.id(), claim.id());
    for (Voucher voucher : given) {
      if (voucher.state() == State.REDEEMED || voucher.state() == State.PARTIALLY_REDEEMED) {
        return Outcome.refused(
            Refusal.at("", RewardsCode.CLAIM_VOUCHER_USED, Map.of("code", voucher.shown())));
      }
    }
    return Outcome.done(given);
  }

  private List<Voucher> cancel(Club club, List<Voucher> given, How how) {
    List<Voucher> cancelled = given.stream().map(one -> one.in(State.CANCELLED)).toList();
    vouchers.update(club.id(), cancelled);
    Instant now = clock.instant();
    vouchers.insertSteps(
        club.id(),
        cancelled.stream()
            .map(one ->
                new Step(one.id(), ids.next(), "cancel", 0, null, now, how.actor(), how.reason()))
            .toList());
    return cancelled;
  }
}
