package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.MemberCounter;
import club.vafa.cards.gifts.GiftDesk;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Worth;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Scope;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.referrals.Referral;
import club.vafa.rewards.Vouchers;
import club.vafa.rules.Decision;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.tiers.Tiers;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what an advocate had for a purchase of a friend that came back. The award is decided
 * again with what the friend kept, by the rules and facts of its day: 5 % of 200 gave 10; the
 * friend brings back 150, the 50 left give 2, so 8 go. It is recorded as an event of its own.
 */
@Component
class TakingBack {
  private final Clubs clubs;
  private final Members members;
  private final Activity activity;
  private final Campaigns campaigns;
  private final Ledger ledger;
  private final Vouchers vouchers;
  private final Tiers tiers;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TakingBack(
      Clubs clubs,
      Members members,
      Activity activity,
      Campaigns campaigns,
      Ledger ledger,
      Vouchers vouchers,
      Tiers tiers,
      Feed feed,
      Ids ids,
      Clock clock,
      PlatformTransactionManager manager) {
    this.clubs = clubs;
    this.members = members;
    this.activity = activity;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.vouchers = vouchers;
    this.tiers = tiers;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
    this.transaction = new TransactionTemplate(manager);
    // The follower's own transaction must not keep the advocate's books while others want them.
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The award that is to shrink.
   *
   * @param earlier what earlier returns of the purchase took
   * @param joined since when the advocate is a member
   * @param id of the event that records it
   */
  record Asked(
      Referral referral,
      Event award,
      Detail detail,
      Sold sold,
      Return back,
      List<ReturnDetail> earlier,
      LocalDate joined,
      UUID id) {
    MemberId earned() {
      return Objects.requireNonNull(award.member());
    }

    /** Who earned it and who has it now, which differ after a merge. */
    Set<MemberId> members() {
      return new LinkedHashSet<>(List.of(earned(), referral.advocate()));
    }

    /** What earlier returns took of its vouchers. */
    List<ReturnedRewards> rewards() {
      return earlier.stream().map(ReturnDetail::rewards).filter(Objects::nonNull).toList();
    }

    boolean whole() {
      return sold.left().stream().allMatch(quantity -> quantity == 0);
    }
  }

  /** Takes it back once; tells whether nothing is left of the purchase. */
  boolean takeBack(ClubId id, Referral referral, Return back) {
    return Boolean.TRUE.equals(transaction.execute(_ -> inside(clubs.get(id), referral, back)));
  }

  private boolean inside(Club club, Referral referral, Return back) {
    UUID bought = Objects.requireNonNull(referral.purchase());
    Event award = activity.event(club.id(), Objects.requireNonNull(referral.event())).orElseThrow();
    MemberRow advocate =
        members
            .lock(
                club.id(),
                new LinkedHashSet<>(
                    List.of(referral.advocate(), Objects.requireNonNull(award.member()))))
            .get(referral.advocate());
    Purchase purchase = activity.purchase(club.id(), bought).orElseThrow();
    Sold sold = new Sold(purchase, activity.returns(club.id(), bought));
    List<NaturalKey> keys =
        sold.before().stream().map(one -> Occasions.takenBack(one.id())).toList();
    Map<NaturalKey, Event> known = activity.events(club.id(), keys);
    Asked asked =
        new Asked(
            referral,
            award,
            Detail.of(award.detail()),
            sold,
            back,
            known.values().stream().map(event -> ReturnDetail.of(event.attributes())).toList(),
            club.day(advocate == null ? award.occurredAt() : advocate.joinedAt()),
            ids.next());
    if (!known.containsKey(Occasions.takenBack(back.id()))) {
      write(club, asked);
    }
    return asked.whole();
  }

  private void write(Club club, Asked asked) {
    Round round = open(club, asked);
    Decision still = asked.whole() ? null : again(club, asked);
    List<ReturnDetail.Taken> taken = Shrinking.takeBack(round, asked, still);
    VouchersBack back =
        new VouchersBack(round.booklet, asked.id(), asked.back().occurredAt(), asked.rewards());
    back.takeBack(asked.detail(), still);
    List<Detail.Tiered> stands = TierCounts.takeBack(round, asked, taken);
    ReturnDetail detail =
        ReturnDetail.ofAward(
                club.returnPolicy(),
                asked.whole(),
                taken,
                new Uncounting(round, asked.earned(), asked.detail(), asked.earlier()).undo(still))
            .standing(stands)
            .rewards(new ReturnedRewards(back.all(), List.of(), List.of()));
    activity.recordEvents(club.id(), List.of(event(round, asked, detail)));
    campaigns.writeUsage(club.id(), round.changedUsage());
    ledger.write(round.books);
    vouchers.write(club, round.booklet);
    tiers.write(round.tiers);
    feed.append(club.id(), "event.recorded", asked.id(), null, round.now);
  }

  private Round open(Club club, Asked asked) {
    Set<MemberCounter> counters = new HashSet<>();
    asked
        .detail()
        .counted()
        .forEach(counted -> counters.add(Round.own(asked.earned(), counted.counter())));
    Scope scope = Scope.of(asked.members());
    asked.members().forEach(member -> scope.undoing(member, asked.award().id()));
    return new Round(
        new Round.Fetched(
            club,
            clock.instant(),
            campaigns.programNumber(club.id()),
            ledger.open(club, scope),
            vouchers.open(
                club,
                new Vouchers.Asked(Set.of(), VouchersBack.given(asked.detail()), Set.of(), 0)),
            GiftDesk.empty(club),
            (unit, _) -> Worth.of(unit.worth()),
            tiers.open(club, asked.members()),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            new Perks(Map.of()),
            campaigns.takeUsage(club.id(), counters),
            Map.of()));
  }

  /** The award decided again with what the friend kept. */
  private Decision again(Club club, Asked asked) {
    Purchase purchase = asked.sold().purchase();
    Event award = asked.award();
    Facts friends =
        Explaining.facts(club, purchase, Detail.of(purchase.detail()), asked.sold().left());
    var what =
        new EventDecider.Happened(
            TriggerKind.REFERRAL, award.type(), award.occurredAt(), Map.of(), friends.sale());
    return campaigns
        .program(club, award.program(), award.occurredAt())
        .decide(
            EventDecider.facts(
                club, what, asked.detail().person(), Explaining.before(asked.detail())));
  }

  private static Event event(Round round, Asked asked, ReturnDetail detail) {
    MemberId advocate = asked.referral().advocate();
    NaturalKey key = Occasions.takenBack(asked.back().id());
    Detail shown = Detail.shown(Effects.held(round.club, round.books, advocate), detail.tiers());
    return new Event(
        asked.id(),
        advocate,
        Occasions.TAKEN_BACK,
        key,
        Occasions.hash(key),
        asked.back().occurredAt(),
        round.now,
        round.programNumber,
        detail.json(),
        shown.json());
  }
}
