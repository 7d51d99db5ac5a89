package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.CREDIT;
import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.POINTS;
import static club.vafa.ledger.LedgerFixtures.STAMPS;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.installation.DatabaseLogin;
import club.vafa.installation.Settings;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.testing.RoomTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every check must be able to fail: the owner of the tables spoils a row and reads the complaint.
 */
@RoomTest(ownDatabase = true)
class VerificationModuleTests {
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final DatabaseLogin owner;
  private final Club club = LedgerFixtures.club();
  private final MemberId sara = LedgerFixtures.member();
  private final MemberId reza = LedgerFixtures.member();

  VerificationModuleTests(
      Ledger ledger, TransactionTemplate transaction, Clock clock, Settings settings) {
    this.ledger = ledger;
    this.transaction = transaction;
    this.clock = clock;
    this.owner = Objects.requireNonNull(settings.database());
  }

  @BeforeEach
  void booksThatHoldWithoutTheConstraintsThatHelp() throws SQLException {
    spoil(
        """
        do $$ declare c record; begin
          for c in select conrelid::regclass as tbl, conname from pg_constraint
            where contype = 'c' and connamespace = 'ledger'::regnamespace
          loop execute format('alter table %s drop constraint %I', c.tbl, c.conname); end loop;
        end $$
        """);
    UUID shoes = IDS.next();
    ClubScope.run(club.id(), () -> transaction.executeWithoutResult(_ -> live(shoes)));
    ClubScope.run(
        club.id(),
        () ->
            ledger.hold(
                club,
                new Ledger.Part(sara, "points", 10),
                clock.instant().plusSeconds(900),
                Cause.of(Cause.Kind.HOLD, IDS.next())));
    assertThat(complaints()).isEmpty();
  }

  private void live(UUID shoes) {
    Books books = ledger.open(club, Scope.withLots(sara, reza).undoing(sara, shoes));
    Terms month = Terms.until(clock.instant().plus(Duration.ofDays(30)));
    books.earn(sara, POINTS, 100, month, Cause.purchase(shoes), clock.instant());
    books.spend(sara, POINTS, 30, Cause.purchase(IDS.next()), clock.instant());
    Cause gift = Cause.of(Cause.Kind.TRANSFER, IDS.next());
    books.transfer(sara, reza, POINTS, 20, gift, clock.instant());
    books.earn(sara, CREDIT, 50, Terms.NONE, Cause.purchase(shoes), clock.instant());
    books.spend(sara, CREDIT, 50, Cause.purchase(IDS.next()), clock.instant());
    books.clawBack(
        sara,
        CREDIT,
        shoes,
        null,
        50,
        Club.ReturnPolicy.MAY_OWE,
        Cause.returned(IDS.next(), shoes),
        clock.instant());
    Instant now = clock.instant();
    for (String rule : List.of("base", "fifth")) {
      Cause by = Cause.purchase(shoes).by(new Cause.Rule(shoes, 1, rule));
      books.earn(reza, CREDIT, 6, month, by, now);
    }
    books.earn(sara, STAMPS, 2, month, Cause.purchase(shoes), clock.instant());
    ledger.write(books);
  }

  private List<String> complaints() {
    return ClubScope.call(club.id(), () -> ledger.verify(club)).failures().stream()
        .map(Verification.Failure::check)
        .toList();
  }

  private Verification.Finding first(String check) {
    return ClubScope.call(club.id(), () -> ledger.verify(club)).failures().stream()
        .filter(failure -> failure.check().equals(check))
        .findFirst()
        .orElseThrow()
        .first()
        .getFirst();
  }

  private void spoil(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace(":club", "'" + club.id().value() + "'"));
    }
  }

  @Test
  void awardsOfBeforeHaveTheirEntriesAmongTheMovements() throws SQLException {
    spoil(
        """
        insert into ledger.movement
        select club_id, member_id, id, lot_id, cause_id, undoes, campaign, amount, balance, at,
          posted_at, campaign_version, unit, kind, from_account, to_account, cause_kind, rule,
          actor, reason, written
        from ledger.entry where club_id = :club and from_account in (1, 9);
        update ledger.lot set entry_kind = null, began = null, balance = null, posted_at = null,
          written = null, campaigns = null, versions = null, rules = null, sums = null
        where club_id = :club
        """);
    assertThat(complaints()).isEmpty();
  }

  @Test
  void sharesThatAreNotTheirAward() throws SQLException {
    spoil("update ledger.lot set sums = '{6,13}' where club_id = :club and sums = '{6,12}'");
    assertThat(complaints()).contains("lots_are_their_entries", "wallets_are_their_entries");
    assertThat(first("lots_are_their_entries").what()).isEqualTo("issued");
  }

  @Test
  void aWalletThatIsNotItsEntries() throws SQLException {
    spoil("update ledger.wallet set active = active + 1 where club_id = :club and active = 40");
    assertThat(complaints())
        .contains(
            "wallets_are_their_entries", "lots_make_the_wallet", "what_was_issued_is_somewhere");
    Verification.Finding finding = first("wallets_are_their_entries");
    assertThat(finding)
        .isEqualTo(new Verification.Finding(sara, POINTS.number(), null, "active", "40", "41"));
  }

  @Test
  void aDebtThatIsNotInTheEntries() throws SQLException {
    spoil("update ledger.wallet set owed = owed - 1 where club_id = :club and owed = 50");
    assertThat(first("wallets_are_their_entries").what()).isEqualTo("owed");
    assertThat(complaints()).contains("what_was_issued_is_somewhere");
  }

  @Test
  void aWalletThatIsMissing() throws SQLException {
    spoil("delete from ledger.wallet where club_id = :club and active = 20");
    assertThat(first("wallets_are_their_entries"))
        .isEqualTo(new Verification.Finding(reza, POINTS.number(), null, "active", "20", "0"));
  }

  @Test
  void aLotThatIsNotItsEntries() throws SQLException {
    spoil("update ledger.lot set spent = 29, expired = 1 where club_id = :club and spent = 30");
    assertThat(complaints()).containsExactly("lots_are_their_entries");
    assertThat(first("lots_are_their_entries").expected()).isEqualTo("30");
  }

  @Test
  void aLotThatIsMissing() throws SQLException {
    spoil("delete from ledger.lot where club_id = :club and issued = 20");
    assertThat(complaints()).contains("wallets_are_their_entries", "lots_make_the_wallet");
  }

  @Test
  void aLotBelowZero() throws SQLException {
    spoil("update ledger.lot set expired = -5, spent = 35 where club_id = :club and spent = 30");
    assertThat(first("lots_are_whole").found()).isEqualTo("-5");
  }

  @Test
  void aLotThatIsNotTheSumOfItsParts() throws SQLException {
    spoil("update ledger.lot set reversed = reversed + 1 where club_id = :club and spent = 30");
    assertThat(first("lots_are_whole").what()).isEqualTo("the sum of its parts");
  }

  @Test
  void anEntryThatMovesAsItMayNot() throws SQLException {
    spoil(
        "update ledger.lot set entry_kind = 2"
            + " where club_id = :club and entry_kind = 1 and issued = 100");
    assertThat(complaints()).containsExactly("entries_move_as_they_may");
    assertThat(first("entries_move_as_they_may").found()).isEqualTo("1 to 3");
  }

  @Test
  void anEntryThatWasChanged() throws SQLException {
    spoil(
        "update ledger.lot set issued = 99, reversed = reversed - 1"
            + " where club_id = :club and issued = 100");
    assertThat(complaints())
        .contains(
            "wallets_are_their_entries", "lots_are_their_entries", "balances_follow_each_other");
  }

  @Test
  void anEntryThatWasTakenOut() throws SQLException {
    spoil("delete from ledger.movement where club_id = :club and kind = 5");
    assertThat(complaints()).contains("wallets_are_their_entries", "balances_follow_each_other");
  }

  @Test
  void aGiftThatArrivedAsMore() throws SQLException {
    spoil("update ledger.lot set issued = 21 where club_id = :club and entry_kind = 8");
    assertThat(first("transfers_come_to_nothing").expected()).isEqualTo("20");
    assertThat(first("transfers_come_to_nothing").found()).isEqualTo("21");
  }

  @Test
  void aHoldThatEndedWithoutAnEntry() throws SQLException {
    spoil("update ledger.hold set state = 3 where club_id = :club");
    assertThat(complaints()).containsExactly("held_is_in_open_holds");
    assertThat(first("held_is_in_open_holds").expected()).isEqualTo("0");
  }

  @Test
  void aHoldWithoutItsParts() throws SQLException {
    spoil("delete from ledger.hold_part where club_id = :club");
    assertThat(complaints()).containsExactly("held_is_in_open_holds");
  }

  @Test
  void aDebtInAUnitThatHasNone() throws SQLException {
    spoil("update ledger.wallet set owed = 3 where club_id = :club and active = 40");
    assertThat(complaints()).contains("debts_are_allowed");
  }

  @Test
  void aBalanceThatDoesNotFollow() throws SQLException {
    spoil("update ledger.movement set balance = 1 where club_id = :club and amount = 30");
    assertThat(complaints()).containsExactly("balances_follow_each_other");
    assertThat(first("balances_follow_each_other").expected()).isEqualTo("70");
  }

  @Test
  void aWalletThatForgotItsNewestEntry() throws SQLException {
    spoil("update ledger.wallet set last_entry = null where club_id = :club and active = 40");
    assertThat(complaints()).containsExactly("balances_follow_each_other");
  }

  @Test
  void aLotTheScheduleWouldForget() throws SQLException {
    spoil("update ledger.lot set due_at = null where club_id = :club and spent = 30");
    assertThat(complaints()).containsExactly("nothing_due_is_forgotten");
  }

  @Test
  void stampsThatNoCardWouldFind() throws SQLException {
    spoil("update ledger.lot set stamps = null where club_id = :club");
    assertThat(complaints()).containsExactly("lots_are_whole");
    assertThat(first("lots_are_whole").unit()).isEqualTo(STAMPS.number());
  }

  @Test
  void anAwardThatNobodyWouldSpend() throws SQLException {
    spoil(
        """
        update ledger.wallet set since = last_entry
        where club_id = :club and unit = 1 and active = 40
        """);
    assertThat(complaints()).containsExactly("lots_are_whole");
    assertThat(first("lots_are_whole").what()).contains("before the wallet's first lot");
  }

  @Test
  void theApplicationCannotChangeTheJournal() {
    assertThat(
            List.of(
                "update ledger.movement set amount = 1",
                "delete from ledger.movement",
                "update ledger.lot set issued = 1",
                "update ledger.lot set balance = 0",
                "delete from ledger.lot"))
        .allSatisfy(sql ->
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> asApplication(sql))
                .hasMessageContaining("permission denied"));
  }

  private void asApplication(String sql) throws SQLException {
    spoil("set role vafa_app; " + sql);
  }
}
