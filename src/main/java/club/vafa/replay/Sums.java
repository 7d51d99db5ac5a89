package club.vafa.replay;

import club.vafa.ledger.Entry;
import club.vafa.ledger.Entry.Account;
import club.vafa.replay.ReplayResult.CardPart;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** What one program did to the members one thread went through. Minor units throughout. */
final class Sums implements Consumer<Entry> {
  private final Worth worth;
  private final Months months;
  final TierMix tiers;
  final long[][] outstanding;
  final long[] issued;
  final long[] spent;
  final long[] expired;
  final long[] takenBack;
  final long[] owed;
  final long[] lacking;
  final long[] knownUnits;
  final Map<UUID, CampaignSums> campaigns = new HashMap<>();

  /** Stamp cards that were filled and not emptied again, by code. */
  final Map<String, Long> cards = new TreeMap<>();

  long discount;
  long turnover;
  long sales;
  long members;
  long knownAmount;
  long knownCost;
  long knownDiscount;

  Sums(Side side, Months.Span span, Instant end) {
    this.worth = side.worth();
    this.months = new Months(span);
    this.tiers = new TierMix(side, span, end);
    int units = worth.count();
    this.outstanding = new long[units][months.count()];
    this.issued = new long[units];
    this.spent = new long[units];
    this.expired = new long[units];
    this.takenBack = new long[units];
    this.owed = new long[units];
    this.lacking = new long[units];
    this.knownUnits = new long[units];
  }

  CampaignSums campaign(UUID id) {
    CampaignSums known = campaigns.get(id);
    if (known == null) {
      known = new CampaignSums(worth.count());
      campaigns.put(id, known);
    }
    return known;
  }

  /** An entry the books would have: the month it falls into is the one it happened in. */
  @Override
  public void accept(Entry entry) {
    int unit = worth.of(entry.unit());
    long amount = entry.amount();
    switch (entry.kind()) {
      case ACCRUAL -> issued[unit] += amount;
      case REDEMPTION -> spent[unit] += amount;
      case REVERSAL -> spent[unit] -= amount;
      case EXPIRATION -> expired[unit] += amount;
      case CLAWBACK -> takenBack[unit] += amount;
      default -> {}
    }
    if (entry.from() == Account.OWED) {
      owed[unit] += amount;
    }
    if (entry.to() == Account.OWED) {
      owed[unit] -= amount;
    }
    long more = (inside(entry.to()) ? amount : 0) - (inside(entry.from()) ? amount : 0);
    if (more != 0) {
      outstanding[unit][months.of(entry.at())] += more;
    }
  }

  private static boolean inside(Account account) {
    return account == Account.ACTIVE || account == Account.PENDING || account == Account.HELD;
  }

  void add(Sums other) {
    for (int unit = 0; unit < outstanding.length; unit++) {
      add(outstanding[unit], other.outstanding[unit]);
    }
    add(issued, other.issued);
    add(spent, other.spent);
    add(expired, other.expired);
    add(takenBack, other.takenBack);
    add(owed, other.owed);
    add(lacking, other.lacking);
    add(knownUnits, other.knownUnits);
    tiers.add(other.tiers);
    other.cards.forEach((card, count) -> cards.merge(card, count, Math::addExact));
    other.campaigns.forEach((id, sums) -> campaign(id).add(sums));
    discount += other.discount;
    turnover += other.turnover;
    sales += other.sales;
    members += other.members;
    knownAmount += other.knownAmount;
    knownCost += other.knownCost;
    knownDiscount += other.knownDiscount;
  }

  /** How many stamp cards of each kind the two programs filled. */
  static List<CardPart> cards(Sums draft, Sums live) {
    Set<String> codes = new TreeSet<>(draft.cards.keySet());
    codes.addAll(live.cards.keySet());
    return codes.stream()
        .map(code ->
            new CardPart(
                code, draft.cards.getOrDefault(code, 0L), live.cards.getOrDefault(code, 0L)))
        .toList();
  }

  static void add(long[] to, long[] more) {
    for (int at = 0; at < to.length; at++) {
      to[at] = Math.addExact(to[at], more[at]);
    }
  }
}
