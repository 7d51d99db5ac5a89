package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.MemberCounter;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.cards.gifts.GiftDesk;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.installation.Alone;
import club.vafa.installation.Rows;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.ledger.Books;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Scope;
import club.vafa.memberships.Memberships;
import club.vafa.rewards.Booklet;
import club.vafa.rewards.Vouchers;
import club.vafa.rules.Facts;
import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import club.vafa.rules.Usage.Used;
import club.vafa.tiers.TierBook;
import club.vafa.tiers.Tiers;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads what a round needs in a handful of statements, whatever the number of activities, and
 * writes what changed in as many.
 */
@Component
class Rounds {
  private final Clubs clubs;
  private final Lookup lookup;
  private final Recognition recognition;
  private final Campaigns campaigns;
  private final Coupons coupons;
  private final Activity activity;
  private final Standings standings;
  private final Tiers tiers;
  private final Ledger ledger;
  private final Memberships memberships;
  private final Vouchers vouchers;
  private final GiftCards gifts;
  private final KeyStore keys;
  private final Feed feed;
  private final Rows rows;
  private final Alone alone;
  private final Clock clock;

  Rounds(
      Clubs clubs,
      Lookup lookup,
      Recognition recognition,
      Campaigns campaigns,
      Coupons coupons,
      Activity activity,
      Standings standings,
      Tiers tiers,
      Ledger ledger,
      Memberships memberships,
      Vouchers vouchers,
      GiftCards gifts,
      KeyStore keys,
      Feed feed,
      Rows rows,
      Alone alone,
      Clock clock) {
    this.clubs = clubs;
    this.lookup = lookup;
    this.recognition = recognition;
    this.campaigns = campaigns;
    this.coupons = coupons;
    this.activity = activity;
    this.standings = standings;
    this.tiers = tiers;
    this.ledger = ledger;
    this.memberships = memberships;
    this.vouchers = vouchers;
    this.gifts = gifts;
    this.keys = keys;
    this.feed = feed;
    this.rows = rows;
    this.alone = alone;
    this.clock = clock;
  }

  /** A round with the members its tasks name and the idempotency keys they bring. */
  record Opened(
      Round round,
      Map<MemberRef, Outcome<Buyer>> buyers,
      Set<MemberRef> busy,
      Map<String, KeyStore.Key> keys,
      Beside beside) {

    /** Whether somebody else holds the member's books just now: the task must come later. */
    boolean mustWait(Task task) {
      MemberRef ref = task.member();
      return ref != null && busy.contains(ref);
    }
  }

  /** How firmly a round holds what it decides by. */
  enum Hold {
    /** Not at all: it is thrown away. */
    NOTHING,

    /** Like {@link #MEMBERS}, but only those that nobody else holds; the others are busy. */
    FREE_MEMBERS,

    /**
     * Its members. Wallets and the counters that everybody shares are checked when the round is
     * written, so that rounds run side by side; one that finds them changed is begun again.
     */
    MEMBERS,

    /** All of it, until the transaction ends: others wait. */
    EVERYTHING
  }

  Opened open(ClubId id, List<? extends Task> tasks, Hold hold) {
    Club club = clubs.get(id);
    Instant now = clock.instant();
    long number = campaigns.programNumber(id);
    // Nobody remembers for a round that holds everything: it is there for what changed meanwhile.
    boolean warm = (hold == Hold.FREE_MEMBERS || hold == Hold.MEMBERS) && alone.now();
    Recognition.Recognised recognised =
        recognition.recognise(club, Task.members(tasks), hold, warm);
    Map<MemberRef, Outcome<Buyer>> buyers = recognised.buyers();
    Set<MemberId> members = new HashSet<>();
    buyers.values().forEach(found -> add(found, members));
    var totals = warm ? activity.rememberedTotals(id, members) : activity.totals(id, members);
    var standing = standings.of(club, number, members);
    Perks perks = standings.perks(club, members, hold != Hold.NOTHING);
    Set<String> handedIn = codes(tasks);
    var codes = hold == Hold.NOTHING ? coupons.look(id, handedIn) : coupons.take(id, handedIn);
    Wanted wanted = new Wanted(Scope.of(members), vouchers.unitsOfCards(id));
    want(wanted, new Asking(club, number, buyers, totals, standing, codes), tasks);
    TierBook book = tiers.open(club, members);
    Books books =
        warm ? ledger.openRemembered(club, wanted.scope()) : books(club, wanted.scope(), hold);
    var bought = activity.purchases(id, wanted.purchases());
    var events = activity.events(id, wanted.events());
    var used = keys.find(id, wanted.keys());
    var asked = new Vouchers.Asked(wanted.codes(), Set.of(), wanted.rewards(), tasks.size());
    Booklet booklet =
        hold == Hold.NOTHING ? vouchers.look(club, asked) : vouchers.open(club, asked);
    booklet.fill(wanted.stamps());
    GiftDesk desk = desk(club, wanted.cards(), hold);
    // The counters that everybody shares come last, so that they are held for as short as can be.
    var usage = usage(id, wanted.counters(), hold);
    Worths worths = (unit, at) -> clubs.worth(id, unit, at);
    Round.Fetched fetched =
        new Round.Fetched(
            club, now, number, books, booklet, desk, worths, book, bought, events, totals, standing,
            perks, usage, codes);
    Beside beside = lookup.open(id, tasks, hold == Hold.NOTHING);
    return new Opened(new Round(fetched), buyers, recognised.busy(), used, beside);
  }

  private GiftDesk desk(Club club, Set<String> codes, Hold hold) {
    var named = new GiftCards.Wanted(codes, List.of());
    return hold == Hold.NOTHING ? gifts.look(club, named) : gifts.open(club, named);
  }

  private Books books(Club club, Scope scope, Hold hold) {
    return switch (hold) {
      case NOTHING -> ledger.look(club, scope);
      case FREE_MEMBERS, MEMBERS -> ledger.openUnlocked(club, scope);
      case EVERYTHING -> ledger.open(club, scope);
    };
  }

  private Map<MemberCounter, Used> usage(ClubId id, Set<MemberCounter> counters, Hold hold) {
    return switch (hold) {
      case NOTHING -> campaigns.lookAtUsage(id, counters);
      case FREE_MEMBERS, MEMBERS -> campaigns.seeUsage(id, counters);
      case EVERYTHING -> campaigns.takeUsage(id, counters);
    };
  }

  void write(Opened opened) {
    rows.together(() -> writeAll(opened.round()));
    lookup.write(opened.round().club.id(), opened.beside());
  }

  private void writeAll(Round round) {
    ClubId id = round.club.id();
    activity.recordPurchases(id, round.newPurchases);
    activity.recordEvents(id, round.newEvents);
    activity.writeTotals(id, round.changedTotals());
    campaigns.writeUsage(id, round.changedPersonalUsage());
    coupons.write(id, round.redemptions);
    ledger.write(round.books);
    memberships.count(id, round.perks.gained(), round.perks.consumed());
    vouchers.write(round.club, round.booklet);
    gifts.write(round.gifts);
    tiers.write(round.tiers);
    keys.insert(id, round.newKeys);
    feed.append(id, round.happenings());
    campaigns.growUsage(id, round.growths());
  }

  private void want(Wanted wanted, Asking asking, List<? extends Task> tasks) {
    for (Task task : tasks) {
      switch (task) {
        case Task.Buy buy -> want(wanted, asking, buy.purchase());
        case Task.Happen happen -> want(wanted, asking, happen.event());
      }
    }
  }

  private void want(Wanted wanted, Asking asking, NewPurchase purchase) {
    wanted.purchases().add(purchase.key());
    wanted.cards().addAll(purchase.giftCards());
    wanted.key(purchase.idempotencyKey());
    wanted.codes().addAll(purchase.coupons());
    Buyer buyer = asking.buyer(purchase.member());
    if (buyer != null) {
      Facts facts =
          PurchaseDecider.facts(
              asking.club(),
              purchase.handing(CouponDesk.names(asking.codes(), purchase)),
              buyer,
              asking.person(buyer),
              0,
              Usage.NONE);
      count(wanted, asking, buyer, facts);
      CouponDesk.counters(asking.club(), asking.codes(), purchase)
          .forEach(counter -> wanted.counters().add(Round.own(buyer.id(), counter)));
      wanted.scope().visiting(List.of(buyer.id()));
      stamps(wanted, buyer);
      for (NewPurchase.Payment payment : purchase.payments()) {
        asking
            .club()
            .unit(String.valueOf(payment.draws()))
            .ifPresent(unit -> wanted.scope().lots(buyer.id(), unit.number()));
      }
    }
  }

  private void want(Wanted wanted, Asking asking, NewEvent event) {
    wanted.events().add(event.key());
    wanted.key(event.idempotencyKey());
    Buyer buyer = asking.buyer(event.member());
    if (buyer != null) {
      Facts facts = EventDecider.facts(asking.club(), event, asking.person(buyer), Usage.NONE);
      count(wanted, asking, buyer, facts);
      wanted.scope().waking(buyer.id());
      stamps(wanted, buyer);
    }
  }

  /** A card that is full is spent at once. */
  private static void stamps(Wanted wanted, Buyer buyer) {
    wanted.stamps().forEach(unit -> wanted.scope().lots(buyer.id(), unit));
  }

  private void count(Wanted wanted, Asking asking, Buyer buyer, Facts facts) {
    Program program = campaigns.program(asking.club(), asking.program(), facts.at());
    wanted.rewards().addAll(program.rewards());
    if (program.needsUsage()) {
      program
          .counters(facts)
          .forEach(counter -> wanted.counters().add(Round.own(buyer.id(), counter)));
    }
  }

  private static Set<String> codes(List<? extends Task> tasks) {
    Set<String> codes = new HashSet<>();
    for (Task task : tasks) {
      if (task instanceof Task.Buy buy && buy.purchase().member() != null) {
        codes.addAll(CouponDesk.plain(buy.purchase()));
      }
    }
    return codes;
  }

  private static void add(Outcome<Buyer> found, Set<MemberId> members) {
    if (found instanceof Done<Buyer>(Buyer buyer)) {
      members.add(buyer.id());
    }
  }
}
