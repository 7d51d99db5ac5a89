package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.POINTS;
import static club.vafa.ledger.LedgerFixtures.day;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.clubs.Unit;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.testing.RoomTest;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest(ownDatabase = true)
@ExtendWith(BooksProof.class)
class LedgerScheduleModuleTests {
  private static final int AWARDS_EACH = 400;

  private final Ledger ledger;
  private final LedgerSchedule schedule;
  private final Statements statements;
  private final Clubs clubs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LedgerScheduleModuleTests(
      Ledger ledger,
      LedgerSchedule schedule,
      Statements statements,
      Clubs clubs,
      TransactionTemplate transaction,
      Clock clock) {
    this.ledger = ledger;
    this.schedule = schedule;
    this.statements = statements;
    this.clubs = clubs;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Test
  void whatIsDueIsDoneInEveryClubHoweverManyAwardsShareAWallet() {
    clock.moveTo(day(1));
    List<ClubId> founded = List.of(found("cafe"), found("gym"));
    List<MemberId> members = Stream.generate(LedgerFixtures::member).limit(5).toList();
    for (ClubId club : founded) {
      ClubScope.run(
          club, () -> transaction.executeWithoutResult(_ -> award(clubs.get(club), members)));
    }
    clock.moveTo(day(5));
    schedule.bringUpToNow();
    for (ClubId club : founded) {
      for (MemberId member : members) {
        assertThat(ClubScope.call(club, () -> statements.openLots(club, member))).isEmpty();
      }
    }
  }

  private void award(Club club, List<MemberId> members) {
    Books books = ledger.open(club, Scope.of(members));
    for (MemberId member : members) {
      for (int award = 0; award < AWARDS_EACH; award++) {
        Cause cause = Cause.purchase(IDS.next());
        books.earn(member, club.units().getFirst(), 1, Terms.until(day(3)), cause, clock.instant());
      }
    }
    ledger.write(books);
  }

  @Test
  void theBooksAreProvedOnceADay() {
    ClubId club = found("shop");
    clock.moveTo(day(1));
    schedule.prove();
    clock.moveTo(day(1).plusSeconds(3600));
    schedule.prove();
    assertThat(last(club)).isBetween(day(1), day(1).plusSeconds(60));
    clock.moveTo(day(2).plusSeconds(60));
    schedule.prove();
    assertThat(last(club)).isAfter(day(2));
  }

  private Instant last(ClubId club) {
    return ClubScope.call(club, () -> statements.lastVerification(club)).orElseThrow();
  }

  private ClubId found(String code) {
    NewClub wanted =
        new NewClub(
            code,
            code,
            Currency.getInstance("IRR"),
            "Asia/Tehran",
            CalendarKind.JALALI,
            Language.FA,
            "IR");
    Club club =
        ((Outcome.Done<Club>) ClubScope.callInstallation(() -> clubs.found(wanted))).value();
    Outcome<Unit> unit = ClubScope.call(club.id(), () -> clubs.addUnit(club.id(), POINTS));
    assertThat(unit).isInstanceOf(Outcome.Done.class);
    return club.id();
  }
}
