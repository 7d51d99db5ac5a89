package club.vafa.replay;

import club.vafa.activity.PastEvent;
import club.vafa.earning.Detail;
import club.vafa.earning.Given;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.Rehearsal;
import club.vafa.earning.Rehearsal.Played;
import club.vafa.earning.Rehearsal.Undone;
import club.vafa.earning.ReturnDetail;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member's life under one program, and what it comes to. */
final class Path {
  final Rehearsal rehearsal;
  private final Sums sums;
  private final Worth worth;
  private final Map<UUID, Budget> budgets;
  private final Set<TriggerKind> triggers;
  private final Set<UUID> campaigns = new HashSet<>(4);
  final long[] units;
  long discount;

  Path(Rehearsal rehearsal, Sums sums, Side side) {
    this.rehearsal = rehearsal;
    this.sums = sums;
    this.worth = side.worth();
    this.budgets = side.budgets();
    this.triggers = side.triggers();
    this.units = new long[worth.count()];
  }

  /** What the member has had of it, in money; units without worth count nothing. */
  long value() {
    return discount + worth.money(units);
  }

  /** Whether anything was given. */
  boolean had() {
    return !campaigns.isEmpty();
  }

  /** Takes in an occasion that the program waits for. */
  void happened(TriggerKind trigger, Instant at) {
    if (triggers.contains(trigger)) {
      happened(rehearsal.happen(trigger, at), at);
    }
  }

  /** Takes in an event: awards may wait for it, whatever campaigns do. */
  void happened(PastEvent event) {
    happened(rehearsal.happen(event), event.occurredAt());
  }

  private void happened(Played played, Instant at) {
    for (Given given : played.given()) {
      take(sums.campaign(given.campaign()), given, false);
    }
    exhausted(played, at);
    filled(played.cards(), 1);
  }

  /** Takes in a purchase, and tells what it gave in money. */
  long bought(UUID sale, Played played, NewPurchase purchase) {
    Instant at = purchase.occurredAt();
    sums.turnover += played.total() - played.discount();
    sums.discount += played.discount();
    discount += played.discount();
    played.lacking().forEach((unit, amount) -> sums.lacking[worth.of(unit)] += amount);
    long value = played.discount();
    boolean known = margin(played, purchase);
    boolean gave = false;
    for (Given given : played.given()) {
      CampaignSums campaign = sums.campaign(given.campaign());
      value += take(campaign, given, known);
      if (given.granted() > 0 && !sale.equals(campaign.counted)) {
        campaign.counted = sale;
        campaign.sales++;
        gave = true;
      }
    }
    sums.sales += gave ? 1 : 0;
    exhausted(played, at);
    filled(played.cards(), 1);
    return value;
  }

  private void filled(Map<String, Long> cards, int sign) {
    if (!cards.isEmpty()) {
      cards.forEach((card, count) -> sums.cards.merge(card, sign * count, Math::addExact));
    }
  }

  private long take(CampaignSums campaign, Given given, boolean known) {
    if (given.granted() > 0 && campaigns.add(given.campaign())) {
      campaign.members++;
      sums.members += campaigns.size() == 1 ? 1 : 0;
    }
    switch (given.type()) {
      case EARN -> {
        int unit = worth.of(String.valueOf(given.unit()));
        campaign.issued[unit] += given.granted();
        campaign.cut[unit] += given.wanted() - given.granted();
        units[unit] += given.granted();
        sums.knownUnits[unit] += known ? given.granted() : 0;
        return worth.money(unit, given.granted());
      }
      case DISCOUNT -> campaign.discount += given.granted();
      case GIFT -> campaign.gifts += given.granted();
      case VOUCHER -> campaign.vouchers += given.granted();
    }
    return 0;
  }

  private boolean margin(Played played, NewPurchase purchase) {
    long cost = 0;
    for (NewPurchase.Line line : purchase.lines()) {
      Long own = line.cost();
      if (own == null) {
        return false;
      }
      cost += own;
    }
    sums.knownAmount += played.total();
    sums.knownCost += cost;
    sums.knownDiscount += played.discount();
    return true;
  }

  /** A budget is exhausted when it was used up, or when what is left of it buys nothing more. */
  private void exhausted(Played played, Instant at) {
    if (budgets.isEmpty()) {
      return;
    }
    for (NotApplied missed : played.missed()) {
      if (missed.code().equals("budget_exhausted")) {
        sums.campaign(missed.campaign()).exhaustedAt(at);
      }
    }
    for (Detail.Counted counted : played.counted()) {
      Counter counter = counted.counter();
      Budget budget = budgets.get(counter.campaign());
      if (budget != null
          && counter.rule().isEmpty()
          && !counter.personal()
          && counter.period() == budget.period()
          && full(budget, counted.before().plus(counted.added()))) {
        sums.campaign(counter.campaign()).exhaustedAt(at);
      }
    }
  }

  private static boolean full(Budget budget, Used used) {
    Long most = budget.units();
    Long dearest = budget.money();
    return (most != null && used.units() >= most) || (dearest != null && used.money() >= dearest);
  }

  /** Lets come due what comes due until the end, and takes in where the member stood. */
  void end(LocalDate since) {
    rehearsal.end();
    sums.tiers.add(since, rehearsal::tiersAt);
  }

  /** The tier held in each set at the end. */
  Map<String, @Nullable String> tiers() {
    return rehearsal.tiersAt(sums.tiers.end());
  }

  /** Takes in goods that came back. */
  void gaveBack(Undone undone, boolean known) {
    long off = undone.amount() - undone.refund();
    sums.turnover -= undone.refund();
    sums.discount -= off;
    discount -= off;
    undone
        .discounts()
        .forEach((campaign, amount) -> sums.campaign(campaign).discountBack += amount);
    if (known) {
      sums.knownAmount -= undone.amount();
      sums.knownCost -= undone.cost();
      sums.knownDiscount -= off;
    }
    filled(undone.cards(), -1);
    for (ReturnDetail.Taken taken : undone.detail().taken()) {
      long amount = taken.pending() + taken.active() + taken.owed();
      int unit = worth.of(taken.award().unit());
      sums.campaign(taken.award().campaign()).takenBack[unit] += amount;
      units[unit] -= amount;
      sums.knownUnits[unit] -= known ? amount : 0;
    }
    undone.detail().given().forEach(given -> take(sums.campaign(given.campaign()), given, false));
  }
}
