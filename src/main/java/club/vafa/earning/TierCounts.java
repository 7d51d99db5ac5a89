package club.vafa.earning;

import club.vafa.activity.Purchase;
import club.vafa.tiers.Change;
import club.vafa.tiers.TierBook;
import club.vafa.tiers.TierBook.Counted;
import club.vafa.tiers.TierBook.Stand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What activities count towards tiers, and where that leads. */
final class TierCounts {
  private TierCounts() {}

  /** An activity: what was spent on it after discounts, and what it gave. */
  record Done(UUID document, Instant at, long spent, long visits, List<Given> given) {}

  /** A return: what was paid back, what was taken back, and what itself gave. */
  record Undone(long refund, boolean whole, List<ReturnDetail.Taken> taken, List<Given> given) {}

  static List<Detail.Tiered> count(Round round, Buyer buyer, Done done) {
    if (round.tiers.isEmpty()) {
      return List.of();
    }
    Map<String, Long> earned = earned(done.given());
    boolean counts = done.visits() > 0 || !earned.isEmpty();
    Counted counted =
        new Counted(
            buyer.id(),
            buyer.joined(),
            done.at(),
            done.document(),
            done.spent(),
            done.visits(),
            earned);
    return stands(round.tiers, buyer, counts ? round.tiers.count(counted) : List.of());
  }

  /** What the goods that came back had counted goes, on the day on which it was counted. */
  static List<Detail.Tiered> uncount(
      Round round, ReturnDecider.Asked asked, Buyer buyer, Undone undone) {
    if (round.tiers.isEmpty()) {
      return List.of();
    }
    Purchase purchase = asked.sold().purchase();
    Map<String, Long> taken = new HashMap<>();
    undone.taken().forEach(one -> taken.merge(one.award().unit(), one.wanted(), Math::addExact));
    Counted counted =
        new Counted(
            buyer.id(),
            buyer.joined(),
            purchase.occurredAt(),
            asked.id(),
            undone.refund(),
            undone.whole() ? 1 : 0,
            taken);
    List<Change> changes = new ArrayList<>(round.tiers.uncount(counted, asked.at()));
    Map<String, Long> earned = earned(undone.given());
    if (!earned.isEmpty()) {
      changes.addAll(
          round.tiers.count(
              new Counted(buyer.id(), buyer.joined(), asked.at(), asked.id(), 0, 0, earned)));
    }
    return stands(round.tiers, buyer, changes);
  }

  /** What an advocate's award had counted goes as far as it is taken back, on its own day. */
  static List<Detail.Tiered> takeBack(
      Round round, TakingBack.Asked asked, List<ReturnDetail.Taken> all) {
    if (round.tiers.isEmpty()) {
      return List.of();
    }
    Buyer advocate = new Buyer(asked.referral().advocate(), asked.joined(), null, "");
    Map<String, Long> taken = new HashMap<>();
    all.forEach(one -> taken.merge(one.award().unit(), one.wanted(), Math::addExact));
    Counted counted =
        new Counted(
            advocate.id(), advocate.joined(), asked.award().occurredAt(), asked.id(), 0, 0, taken);
    return stands(round.tiers, advocate, round.tiers.uncount(counted, asked.back().occurredAt()));
  }

  static Map<String, Long> earned(List<Given> given) {
    Map<String, Long> earned = new HashMap<>();
    for (Given one : given) {
      if (one.type() == Given.Type.EARN && one.unit() != null && one.granted() > 0) {
        earned.merge(one.unit(), one.granted(), Math::addExact);
      }
    }
    return earned;
  }

  private static List<Detail.Tiered> stands(TierBook book, Buyer buyer, List<Change> changes) {
    List<Detail.Tiered> stands = new ArrayList<>();
    for (Stand stand : book.stands(buyer.id(), buyer.joined())) {
      List<Change> own =
          changes.stream().filter(change -> change.set().equals(stand.set())).toList();
      stands.add(
          new Detail.Tiered(
              stand.set(),
              stand.tier(),
              stand.until(),
              !own.isEmpty(),
              own.isEmpty() ? null : own.getFirst().before()));
    }
    return stands;
  }
}
