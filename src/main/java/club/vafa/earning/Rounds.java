package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Total;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.MemberCounter;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.feed.Happening;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.ledger.Books;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Scope;
import club.vafa.rules.Facts;
import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Recognition recognition;
  private final Campaigns campaigns;
  private final Activity activity;
  private final Ledger ledger;
  private final KeyStore keys;
  private final Feed feed;
  private final Clock clock;

  Rounds(
      Clubs clubs,
      Recognition recognition,
      Campaigns campaigns,
      Activity activity,
      Ledger ledger,
      KeyStore keys,
      Feed feed,
      Clock clock) {
    this.clubs = clubs;
    this.recognition = recognition;
    this.campaigns = campaigns;
    this.activity = activity;
    this.ledger = ledger;
    this.keys = keys;
    this.feed = feed;
    this.clock = clock;
  }

  /** A round with the members its tasks name and the idempotency keys they bring. */
  record Opened(
      Round round, Map<MemberRef, Outcome<Buyer>> buyers, Map<String, KeyStore.Key> keys) {}

  /**
   * @param binding whether the round will be written: then its members and shared counters are
   *     locked until the transaction ends
   */
  Opened open(ClubId id, List<? extends Task> tasks, boolean binding) {
    Club club = clubs.get(id);
    Instant now = clock.instant();
    long number = campaigns.programNumber(id);
    Map<MemberRef, Outcome<Buyer>> buyers = recognition.recognise(club, refs(tasks), binding);
    Set<MemberId> members = new HashSet<>();
    buyers.values().forEach(found -> add(found, members));
    var totals = activity.totals(id, members);
    Set<MemberCounter> counters = new HashSet<>();
    Scope scope = Scope.of(members);
    Set<NaturalKey> purchaseKeys = new HashSet<>();
    Set<NaturalKey> eventKeys = new HashSet<>();
    Set<String> idempotencyKeys = new HashSet<>();
    for (Task task : tasks) {
      switch (task) {
        case Task.Buy buy -> {
          NewPurchase purchase = buy.purchase();
          purchaseKeys.add(purchase.key());
          if (purchase.idempotencyKey() != null) {
            idempotencyKeys.add(purchase.idempotencyKey());
          }
          MemberRef ref = purchase.member();
          if (ref != null && buyers.get(ref) instanceof Done<Buyer>(Buyer buyer)) {
            var total = totals.getOrDefault(buyer.id(), Total.NONE);
            Facts facts =
                PurchaseDecider.facts(
                    club, purchase, buyer, PurchaseDecider.person(total, buyer), 0, Usage.NONE);
            count(club, number, buyer, facts, counters);
            if (purchase.payments().stream()
                .anyMatch(NewPurchase.Payment.Wallet.class::isInstance)) {
              scope.lots(List.of(buyer.id()));
            }
          }
        }
        case Task.Happen happen -> {
          NewEvent event = happen.event();
          eventKeys.add(event.key());
          if (event.idempotencyKey() != null) {
            idempotencyKeys.add(event.idempotencyKey());
          }
          if (buyers.get(event.member()) instanceof Done<Buyer>(Buyer buyer)) {
            var total = totals.getOrDefault(buyer.id(), Total.NONE);
            Facts facts =
                EventDecider.facts(club, event, PurchaseDecider.person(total, buyer), Usage.NONE);
            count(club, number, buyer, facts, counters);
            scope.lots(List.of(buyer.id()));
          }
        }
      }
    }
    var usage =
        counters.isEmpty()
            ? Map.<MemberCounter, Usage.Used>of()
            : binding ? campaigns.takeUsage(id, counters) : campaigns.lookAtUsage(id, counters);
    Books books = binding ? ledger.open(club, scope) : ledger.look(club, scope);
    Round round =
        new Round(
            new Round.Fetched(
                club,
                now,
                number,
                books,
                activity.purchases(id, purchaseKeys),
                activity.events(id, eventKeys),
                totals,
                usage));
    return new Opened(round, buyers, keys.find(id, idempotencyKeys));
  }

  void write(Round round) {
    ClubId id = round.club.id();
    if (!round.newPurchases.isEmpty()) {
      activity.recordPurchases(id, round.newPurchases);
    }
    if (!round.newEvents.isEmpty()) {
      activity.recordEvents(id, round.newEvents);
    }
    activity.writeTotals(id, round.changedTotals());
    campaigns.writeUsage(id, round.changedUsage());
    ledger.write(round.books);
    if (!round.newKeys.isEmpty()) {
      keys.insert(id, round.newKeys);
    }
    feed.append(id, happenings(round));
  }

  private static List<Happening> happenings(Round round) {
    List<Happening> happenings = new ArrayList<>();
    for (Purchase purchase : round.newPurchases) {
      happenings.add(new Happening("purchase.recorded", purchase.id(), null, round.now));
    }
    for (Event event : round.newEvents) {
      happenings.add(new Happening("event.recorded", event.id(), null, round.now));
    }
    return happenings;
  }

  private void count(
      Club club, long number, Buyer buyer, Facts facts, Set<MemberCounter> counters) {
    Program program = campaigns.program(club, number, facts.at());
    if (program.needsUsage()) {
      program.counters(facts).forEach(counter -> counters.add(Round.own(buyer.id(), counter)));
    }
  }

  private static Set<MemberRef> refs(List<? extends Task> tasks) {
    Set<MemberRef> refs = new HashSet<>();
    for (Task task : tasks) {
      switch (task) {
        case Task.Buy buy -> {
          MemberRef ref = buy.purchase().member();
          if (ref != null) {
            refs.add(ref);
          }
        }
        case Task.Happen happen -> refs.add(happen.event().member());
      }
    }
    return refs;
  }

  private static void add(Outcome<Buyer> found, Set<MemberId> members) {
    if (found instanceof Done<Buyer>(Buyer buyer)) {
      members.add(buyer.id());
    }
  }
}
