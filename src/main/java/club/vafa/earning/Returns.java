package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.api.ApiCode;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.MemberCounter;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Scope;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.memberships.Memberships;
import club.vafa.rewards.Vouchers;
import club.vafa.rules.Usage.Counter;
import club.vafa.tiers.Tiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records returns, one to a transaction, under the lock of the member who bought. */
@Component
class Returns {
  private final Clubs clubs;
  private final Members members;
  private final Activity activity;
  private final Standings standings;
  private final Tiers tiers;
  private final Campaigns campaigns;
  private final Coupons coupons;
  private final Ledger ledger;
  private final Memberships memberships;
  private final Vouchers vouchers;
  private final GiftCards gifts;
  private final ReturnDecider decider;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Returns(
      Clubs clubs,
      Members members,
      Activity activity,
      Standings standings,
      Tiers tiers,
      Campaigns campaigns,
      Coupons coupons,
      Ledger ledger,
      Memberships memberships,
      Vouchers vouchers,
      GiftCards gifts,
      ReturnDecider decider,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.clubs = clubs;
    this.members = members;
    this.activity = activity;
    this.standings = standings;
    this.tiers = tiers;
    this.campaigns = campaigns;
    this.coupons = coupons;
    this.ledger = ledger;
    this.memberships = memberships;
    this.vouchers = vouchers;
    this.gifts = gifts;
    this.decider = decider;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  public Outcome<Returned> giveBack(ClubId id, UUID purchaseId, NewReturn wanted) {
    Optional<Purchase> found = activity.lockPurchase(id, purchaseId);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(EarningCode.PURCHASE_NOT_FOUND));
    }
    Purchase purchase = found.get();
    Buyer buyer = lockBuyer(clubs.get(id), purchase.member());
    NaturalKey key = new NaturalKey(purchase.key().source(), wanted.externalId());
    Optional<Return> known = activity.returned(id, key);
    if (known.isPresent()) {
      return known.get().hash().equals(wanted.hash()) && known.get().purchase().equals(purchaseId)
          ? Outcome.done(new Returned(known.get(), true))
          : Outcome.refused(Refusal.of(ApiCode.IDEMPOTENCY_MISMATCH));
    }
    Sold sold = new Sold(purchase, activity.returns(id, purchaseId));
    Instant at = wanted.occurredAt() == null ? clock.instant() : wanted.occurredAt();
    if (at.isBefore(purchase.occurredAt())) {
      return Outcome.refused(Refusal.at("/occurredAt", EarningCode.RETURNED_BEFORE_BOUGHT));
    }
    Outcome<List<Return.Line>> lines = sold.lines(wanted);
    if (lines instanceof Refused<List<Return.Line>>(List<Refusal> refusals)) {
      return Outcome.refused(refusals);
    }
    return lines.then(back ->
        record(clubs.get(id), new ReturnDecider.Asked(sold, back, buyer, ids.next(), wanted, at)));
  }

  private Outcome<Returned> record(Club club, ReturnDecider.Asked asked) {
    Round round = open(club, asked);
    List<Refusal> against = GiftsBack.lacking(round, asked);
    if (!against.isEmpty()) {
      return Outcome.refused(against);
    }
    Return recorded = decider.decide(round, asked);
    activity.recordReturn(club.id(), recorded);
    activity.writeTotals(club.id(), round.changedTotals());
    campaigns.writeUsage(club.id(), round.changedUsage());
    coupons.write(club.id(), round.redemptions);
    ledger.write(round.books);
    memberships.count(club.id(), round.perks.gained(), round.perks.consumed());
    vouchers.write(club, round.booklet);
    gifts.write(round.gifts);
    tiers.write(round.tiers);
    feed.append(club.id(), "return.recorded", recorded.id(), null, round.now);
    return Outcome.done(new Returned(recorded, false));
  }

  private Round open(Club club, ReturnDecider.Asked asked) {
    Purchase purchase = asked.sold().purchase();
    Set<MemberId> members = asked.members();
    Set<MemberCounter> counters = new HashSet<>();
    long program = campaigns.programNumber(club.id());
    for (Counter counter : decider.counters(club, program, asked)) {
      members.forEach(member -> counters.add(Round.own(member, counter)));
    }
    Perks perks = standings.perks(club, members, true);
    List<String> redeemed =
        asked.sold().how().redeemed().stream().map(Detail.Redeemed::code).toList();
    var codes = coupons.take(club.id(), redeemed);
    Scope scope = Scope.of(members);
    members.forEach(member -> scope.undoing(member, purchase.id()));
    return new Round(
        new Round.Fetched(
            club,
            clock.instant(),
            program,
            ledger.open(club, scope),
            vouchers.open(club, RewardsBack.asked(decider.rewards(club, program, asked), asked)),
            gifts.open(club, new GiftCards.Wanted(List.of(), GiftsBack.cards(purchase))),
            (unit, at) -> clubs.worth(club.id(), unit, at),
            tiers.open(club, members),
            Map.of(),
            Map.of(),
            activity.totals(club.id(), members),
            standings.of(club, program, members),
            perks,
            campaigns.takeUsage(club.id(), counters),
            codes));
  }

  /**
   * Whose books a return is about: the member who bought, even one who has left since, or who that
   * member was merged into. All on the way there are locked together, in the order of their ids.
   */
  private @Nullable Buyer lockBuyer(Club club, @Nullable MemberId bought) {
    if (bought == null) {
      return null;
    }
    List<MemberId> way = new ArrayList<>();
    for (MemberId next = bought; next != null; ) {
      way.add(next);
      MemberRow row = members.look(club.id(), Set.of(next)).get(next);
      next = row == null ? null : row.mergedInto();
    }
    MemberRow last = members.lock(club.id(), way).get(way.getLast());
    if (last != null && last.mergedInto() != null) {
      // Merged while we waited for the lock.
      return lockBuyer(club, bought);
    }
    return last == null
        ? null
        : new Buyer(last.id(), club.day(last.joinedAt()), last.birthDate(), "");
  }
}
