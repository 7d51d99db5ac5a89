package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.tiers.TierBook;
import club.vafa.tiers.TierBook.Counted;
import club.vafa.tiers.Tiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts what members did before their club had tiers, or before a set counted it: some members at
 * a time, each under their lock, from what is recorded of their purchases, returns and events.
 */
@Component
class TierPast {
  private static final Logger LOG = LoggerFactory.getLogger(TierPast.class);
  private static final int CHUNK = 50;

  private final Tiers tiers;
  private final Members members;
  private final Activity activity;
  private final Clubs clubs;
  private final Clock clock;
  private final TransactionOperations transaction;

  TierPast(
      Tiers tiers,
      Members members,
      Activity activity,
      Clubs clubs,
      Clock clock,
      TransactionOperations transaction) {
    this.tiers = tiers;
    this.members = members;
    this.activity = activity;
    this.clubs = clubs;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Scheduled(
      fixedDelayString = "${vafa.tiers.count-every:30s}",
      initialDelayString = "${vafa.tiers.count-after:20s}")
  void count() {
    for (ClubId club : clubs.all()) {
      try {
        count(club);
      } catch (RuntimeException failed) {
        LOG.error("The past of club {} could not be counted for its tiers", club, failed);
      }
    }
  }

  void count(ClubId id) {
    ClubScope.run(
        id,
        () -> {
          Club club = clubs.get(id);
          Optional<UUID> after = tiers.uncounted(club);
          while (after.isPresent()) {
            UUID from = after.get();
            transaction.executeWithoutResult(_ -> some(club, from));
            after = tiers.uncounted(club);
          }
        });
  }

  private void some(Club club, UUID after) {
    List<MemberId> some = members.active(club.id(), after, CHUNK);
    Map<MemberId, MemberRow> rows = members.lock(club.id(), some);
    TierBook book = tiers.openWhole(club, rows.keySet());
    for (MemberId member : some) {
      MemberRow row = rows.get(member);
      List<Counted> past = row == null ? List.of() : past(club, row);
      if (row != null && !past.isEmpty()) {
        book.recount(member, club.day(row.joinedAt()), past, clock.instant());
      }
    }
    tiers.write(book);
    tiers.countedTo(club, some.isEmpty() ? null : some.getLast().value());
  }

  /** All that a member did, as it counts. */
  private List<Counted> past(Club club, MemberRow row) {
    List<Counted> past = new ArrayList<>();
    LocalDate joined = club.day(row.joinedAt());
    Map<UUID, Purchase> purchases = new HashMap<>();
    for (Purchase sale : activity.purchasesOf(club.id(), row.id(), Integer.MAX_VALUE)) {
      purchases.put(sale.id(), sale);
      past.add(
          new Counted(
              row.id(),
              joined,
              sale.occurredAt(),
              sale.id(),
              sale.total() - sale.discount(),
              1,
              TierCounts.earned(Detail.of(sale.detail()).given())));
    }
    for (Return back : activity.returns(club.id(), purchases.keySet())) {
      Purchase sale = purchases.get(back.purchase());
      if (sale != null) {
        past.addAll(back(back, sale, past.getFirst()));
      }
    }
    for (Event event : activity.eventsOf(club.id(), row.id())) {
      Map<String, Long> earned = TierCounts.earned(Detail.of(event.detail()).given());
      past.add(new Counted(row.id(), joined, event.occurredAt(), event.id(), 0, 0, earned));
    }
    return past;
  }

  /** What a return takes off the day of its sale, and what it earned itself. */
  private static List<Counted> back(Return back, Purchase sale, Counted like) {
    ReturnDetail detail = ReturnDetail.of(back.detail());
    Map<String, Long> taken = new HashMap<>();
    detail.taken().forEach(one -> taken.merge(one.award().unit(), -one.wanted(), Math::addExact));
    return List.of(
        new Counted(
            like.member(),
            like.joined(),
            sale.occurredAt(),
            back.id(),
            -back.refund(),
            detail.whole() ? -1 : 0,
            taken),
        new Counted(
            like.member(),
            like.joined(),
            back.occurredAt(),
            back.id(),
            0,
            0,
            TierCounts.earned(detail.given())));
  }
}
