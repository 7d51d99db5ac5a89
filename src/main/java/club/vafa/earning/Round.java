package club.vafa.earning;

import club.vafa.activity.Event;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Total;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.Growth;
import club.vafa.campaigns.MemberCounter;
import club.vafa.campaigns.Redemption;
import club.vafa.cards.gifts.GiftDesk;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.feed.Happening;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Books;
import club.vafa.ledger.Terms;
import club.vafa.rewards.Booklet;
import club.vafa.rules.Decision;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Program;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import club.vafa.tiers.TierBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of all that one shared commit is about. Activities are decided on it one after
 * the other, so that each sees the ones before; what changed is written at the end.
 */
final class Round {
  final Club club;
  final Instant now;
  final long programNumber;
  final Books books;
  final Booklet booklet;
  final GiftDesk gifts;
  final Worths worths;
  final boolean rehearsed;
  private final Rehearsal.@Nullable Stage stage;
  final TierBook tiers;
  final Map<NaturalKey, Purchase> purchases;
  final Map<NaturalKey, Event> events;
  private final Map<MemberId, Total> totals;
  private final Map<MemberId, Standing> standings;
  final Perks perks;
  private final Map<MemberCounter, Used> usage;
  private final Map<MemberCounter, Used> shared;
  private final Map<String, CouponCode> coupons;
  private final Set<MemberId> changedTotals = new HashSet<>();
  private final Set<MemberCounter> changedUsage = new HashSet<>();
  private final Map<MemberCounter, Growth> growths = new HashMap<>();
  final List<Purchase> newPurchases = new ArrayList<>();
  final List<Event> newEvents = new ArrayList<>();
  final List<KeyStore.Key> newKeys = new ArrayList<>();
  final List<Redemption> redemptions = new ArrayList<>();

  Round(Fetched fetched) {
    this(fetched, null);
  }

  /** A round of one member that is never written; other rounds of the stage share with it. */
  static Round rehearsed(Fetched fetched, Rehearsal.Stage stage) {
    return new Round(fetched, stage);
  }

  private Round(Fetched fetched, Rehearsal.@Nullable Stage stage) {
    this.club = fetched.club();
    this.now = fetched.now();
    this.programNumber = fetched.programNumber();
    this.books = fetched.books();
    this.booklet = fetched.booklet();
    this.gifts = fetched.gifts();
    this.worths = fetched.worths();
    this.tiers = fetched.tiers();
    this.purchases = new HashMap<>(fetched.purchases());
    this.events = new HashMap<>(fetched.events());
    this.totals = new HashMap<>(fetched.totals());
    this.standings = new HashMap<>(fetched.standings());
    this.perks = fetched.perks();
    this.usage = new HashMap<>(fetched.usage());
    this.shared = stage == null ? usage : stage.shared();
    this.rehearsed = stage != null;
    this.stage = stage;
    this.coupons = stage == null ? new HashMap<>(fetched.coupons()) : stage.codes().known();
  }

  /** What was read for a round, before anything is decided. */
  record Fetched(
      Club club,
      Instant now,
      long programNumber,
      Books books,
      Booklet booklet,
      GiftDesk gifts,
      Worths worths,
      TierBook tiers,
      Map<NaturalKey, Purchase> purchases,
      Map<NaturalKey, Event> events,
      Map<MemberId, Total> totals,
      Map<MemberId, Standing> standings,
      Perks perks,
      Map<MemberCounter, Used> usage,
      Map<String, CouponCode> coupons) {}

  Total total(MemberId member) {
    return totals.getOrDefault(member, Total.NONE);
  }

  void total(MemberId member, Total total) {
    totals.put(member, total);
    changedTotals.add(member);
  }

  /** What decides an activity of this time; a rehearsal has one program for all times. */
  Program program(Campaigns campaigns, Instant at) {
    return stage == null ? campaigns.program(club, programNumber, at) : stage.decides();
  }

  /** What a unit says of the life of an award. */
  Terms terms(Unit unit, Instant at) {
    return stage == null ? Terms.of(club, unit, at) : stage.terms().of(unit, at);
  }

  /** Nobody reads what nearly applied to a sale that is only rehearsed. */
  Decision decide(Program program, Facts facts) {
    return rehearsed ? program.decideUntold(facts) : program.decide(facts);
  }

  private Map<MemberCounter, Used> counters(Counter counter) {
    return counter.personal() ? usage : shared;
  }

  /** Where a member stood when something happened, which may be reported late. */
  Standing standing(Buyer buyer, Instant at) {
    Standing standing =
        perks.standing(buyer.id(), standings.getOrDefault(buyer.id(), Standing.NONE));
    return tiers.isEmpty() ? standing : standing.in(tiers.tiersAt(buyer.id(), buyer.joined(), at));
  }

  /** A code that was handed in, as it is compared; null when nobody has defined it. */
  @Nullable CouponCode coupon(String code) {
    return coupons.get(code);
  }

  void redeem(Redemption redemption) {
    coupons.put(redemption.code().code(), redemption.code());
    redemptions.add(redemption);
  }

  Used used(@Nullable MemberId member, Counter counter) {
    return counters(counter).getOrDefault(own(member, counter), Used.NOTHING);
  }

  /**
   * Adds to a counter.
   *
   * @param most what the counter may come to by the program that decided
   */
  void use(@Nullable MemberId member, Counter counter, Used more, Used most) {
    MemberCounter key = own(member, counter);
    counters(counter).merge(key, more, Used::plus);
    changedUsage.add(key);
    if (!counter.personal()) {
      Growth before = growths.get(key);
      growths.put(key, before == null ? Growth.of(more, most) : before.then(more, most));
    }
  }

  /** Takes back from a counter; what others have taken meanwhile never brings it below zero. */
  void unuse(@Nullable MemberId member, Counter counter, Used less) {
    Used before = used(member, counter);
    MemberCounter key = own(member, counter);
    counters(counter)
        .put(
            key,
            new Used(
                Math.max(0, before.uses() - less.uses()),
                Math.max(0, before.units() - less.units()),
                Math.max(0, before.money() - less.money())));
    changedUsage.add(key);
  }

  /** What the feed is told. */
  List<Happening> happenings() {
    List<Happening> happenings = new ArrayList<>();
    for (Purchase purchase : newPurchases) {
      happenings.add(new Happening("purchase.recorded", purchase.id(), null, now));
    }
    for (Event event : newEvents) {
      happenings.add(new Happening("event.recorded", event.id(), null, now));
    }
    return happenings;
  }

  Map<MemberId, Total> changedTotals() {
    Map<MemberId, Total> changed = new HashMap<>();
    changedTotals.forEach(member -> changed.put(member, total(member)));
    return changed;
  }

  Map<MemberCounter, Used> changedUsage() {
    Map<MemberCounter, Used> changed = new HashMap<>();
    changedUsage.forEach(key -> changed.put(key, usage.getOrDefault(key, Used.NOTHING)));
    return changed;
  }

  /** How the counters that all members share grow. */
  Map<MemberCounter, Growth> growths() {
    return growths;
  }

  /** The changed counters that are the members' own. */
  Map<MemberCounter, Used> changedPersonalUsage() {
    Map<MemberCounter, Used> changed = changedUsage();
    changed.keySet().removeIf(key -> !key.counter().personal());
    return changed;
  }

  static MemberCounter own(@Nullable MemberId member, Counter counter) {
    return new MemberCounter(counter.personal() ? member : null, counter);
  }
}
