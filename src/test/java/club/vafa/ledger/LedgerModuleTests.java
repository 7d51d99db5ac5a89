package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.CREDIT;
import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.LATER;
import static club.vafa.ledger.LedgerFixtures.MILES;
import static club.vafa.ledger.LedgerFixtures.POINTS;
import static club.vafa.ledger.LedgerFixtures.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.testing.RoomTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class LedgerModuleTests {
  private final Ledger ledger;
  private final Statements statements;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Club club = LedgerFixtures.club();
  private final MemberId sara = LedgerFixtures.member();
  private final MemberId reza = LedgerFixtures.member();

  LedgerModuleTests(
      Ledger ledger, Statements statements, TransactionTemplate transaction, Clock clock) {
    this.ledger = ledger;
    this.statements = statements;
    this.transaction = transaction;
    this.clock = clock;
  }

  @AfterEach
  void theBooksHold() {
    BooksProof.prove(ledger, club);
  }

  private <T> T inBooks(Scope scope, Function<Books, T> work) {
    return new Keeping(ledger, transaction, club).in(scope, work);
  }

  private UUID earn(MemberId member, Unit unit, long amount, Terms terms) {
    UUID purchase = IDS.next();
    inBooks(
        Scope.of(List.of(member)),
        books ->
            books.earn(member, unit, amount, terms, Cause.purchase(purchase), clock.instant()));
    return purchase;
  }

  private Balance balance(MemberId member, Unit unit) {
    return ClubScope.call(
        club.id(), () -> ledger.look(club, Scope.of(List.of(member))).balance(member, unit));
  }

  private <T> T command(Function<Ledger, T> command) {
    return ClubScope.call(club.id(), () -> command.apply(ledger));
  }

  private <T> List<T> read(Supplier<List<T>> reading) {
    return ClubScope.call(club.id(), reading);
  }

  private int due(Instant now, int wallets) {
    return ClubScope.call(club.id(), () -> ledger.bringUpTo(club, now, wallets));
  }

  private static Cause purchase() {
    return Cause.purchase(IDS.next());
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  private static String refused(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<?>) outcome).refusals().getFirst().code().code();
  }

  @Test
  void whatIsWrittenIsThereWhenTheBooksAreOpenedAgain() {
    earn(sara, POINTS, 100, Terms.until(clock.instant().plus(Duration.ofDays(30))));
    earn(sara, POINTS, 50, new Terms(clock.instant().plus(Duration.ofDays(3)), null, null));
    earn(sara, CREDIT, 7, Terms.NONE);
    assertThat(balance(sara, POINTS)).isEqualTo(new Balance(100, 50, 0, 0));
    assertThat(balance(sara, CREDIT)).isEqualTo(new Balance(7, 0, 0, 0));
    assertThat(balance(reza, POINTS)).isEqualTo(Balance.NOTHING);
  }

  @Test
  void aStatementIsReadNewestFirstPageByPageWithTheBalanceAfterEachLine() {
    earn(sara, POINTS, 100, Terms.NONE);
    done(command(books -> books.spend(club, new Ledger.Part(sara, "points", 30), purchase())));
    earn(sara, POINTS, 5, Terms.NONE);
    List<Statements.Line> first = page(null, 2);
    assertThat(first).extracting(line -> line.entry().balance()).containsExactly(75L, 70L);
    List<Statements.Line> second = page(first.getLast().entry().id(), 2);
    assertThat(second).extracting(line -> line.entry().balance()).containsExactly(100L);
    assertThat(first.getLast().entry().kind()).isEqualTo(Entry.Kind.REDEMPTION);
  }

  private List<Statements.Line> page(@Nullable UUID after, int limit) {
    Statements.Wanted wanted = new Statements.Wanted(sara, POINTS.number(), after, limit);
    return ClubScope.call(club.id(), () -> statements.statement(club.id(), wanted));
  }

  @Test
  void aWalletSaysWhatEndsNext() {
    Instant soon = clock.instant().plus(Duration.ofDays(3));
    earn(sara, POINTS, 100, Terms.until(soon.plusSeconds(1)));
    earn(sara, POINTS, 20, Terms.until(soon));
    earn(sara, POINTS, 30, Terms.until(soon));
    assertThat(read(() -> statements.wallets(club.id(), sara)))
        .containsExactly(
            new Statements.WalletView(
                1, new Balance(150, 0, 0, 0), new Statements.Ending(50, soon)));
    assertThat(read(() -> statements.openLots(club.id(), sara)))
        .extracting(Statements.LotView::active)
        .containsExactly(20L, 30L, 100L);
  }

  @Test
  void sixtyFourSpendsOfAWalletThatCanPayForOneOneSucceeds() throws Exception {
    earn(sara, POINTS, 100, Terms.NONE);
    List<Outcome<Books.Spent>> outcomes = atOnce(64, () -> spend(sara, 100));
    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .hasSize(63)
        .allMatch(outcome -> refused(outcome).equals("insufficient_balance"));
    assertThat(balance(sara, POINTS)).isEqualTo(Balance.NOTHING);
  }

  private Outcome<Books.Spent> spend(MemberId member, long amount) {
    return command(
        books -> books.spend(club, new Ledger.Part(member, "points", amount), purchase()));
  }

  @Test
  void membersWhoGiveToEachOtherAtOnceDoNotBlockEachOther() throws Exception {
    earn(sara, POINTS, 100, Terms.NONE);
    earn(reza, POINTS, 100, Terms.NONE);
    List<Outcome<Books.Spent>> outcomes =
        atOnce(
            32,
            () -> {
              boolean there = Thread.currentThread().threadId() % 2 == 0;
              Ledger.Part part = new Ledger.Part(there ? sara : reza, "points", 1);
              Cause cause = Cause.of(Cause.Kind.TRANSFER, IDS.next());
              return command(books -> books.transfer(club, part, there ? reza : sara, cause));
            });
    assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
    assertThat(balance(sara, POINTS).active() + balance(reza, POINTS).active()).isEqualTo(200);
  }

  @Test
  void firstCorrectionsAtOnceAllCount() throws Exception {
    Ledger.Part part = new Ledger.Part(sara, "points", 5);
    List<Outcome<Balance>> outcomes =
        atOnce(16, () -> command(books -> books.adjust(club, part, "ali", "a gift")));
    assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
    assertThat(balance(sara, POINTS).active()).isEqualTo(80);
  }

  private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> all = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        all.add(
            pool.submit(() -> {
              start.await();
              return work.call();
            }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : all) {
        results.add(one.get());
      }
      return results;
    }
  }

  @Test
  void whoWritesOverSomebodyElsesWorkIsStopped() {
    earn(sara, POINTS, 100, Terms.NONE);
    Books stale = command(books -> books.look(club, Scope.withLots(sara)));
    done(spend(sara, 60));
    done(stale.spend(sara, POINTS, 60, purchase(), clock.instant()));
    assertThatThrownBy(() ->
            ClubScope.run(
                club.id(), () -> transaction.executeWithoutResult(_ -> ledger.write(stale))))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(balance(sara, POINTS).active()).isEqualTo(40);
  }

  @Test
  void aWalletMadeMeanwhileStopsTheWriterToo() {
    Books stale = command(books -> books.look(club, Scope.of(List.of(sara))));
    stale.earn(sara, POINTS, 5, Terms.NONE, purchase(), clock.instant());
    earn(sara, POINTS, 100, Terms.NONE);
    assertThatThrownBy(() ->
            ClubScope.run(
                club.id(), () -> transaction.executeWithoutResult(_ -> ledger.write(stale))))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void aHoldIsCapturedOnce() {
    earn(sara, POINTS, 100, Terms.NONE);
    Ledger.Part part = new Ledger.Part(sara, "points", 70);
    Instant end = clock.instant().plus(Duration.ofMinutes(10));
    Cause cause = Cause.of(Cause.Kind.HOLD, IDS.next());
    Hold hold = done(command(books -> books.hold(club, part, end, cause)));
    assertThat(balance(sara, POINTS)).isEqualTo(new Balance(30, 0, 70, 0));
    assertThat(read(() -> statements.openHolds(club.id(), sara))).containsExactly(hold);
    UUID sale = IDS.next();
    done(command(books -> books.capture(club, hold.id(), 50L, Cause.purchase(sale))));
    assertThat(balance(sara, POINTS)).isEqualTo(new Balance(50, 0, 0, 0));
    assertThat(refused(command(books -> books.capture(club, hold.id(), null, purchase()))))
        .isEqualTo("hold_already_captured");
    assertThat(refused(command(books -> books.release(club, hold.id(), cause))))
        .isEqualTo("hold_already_captured");
    Ledger.Part all = new Ledger.Part(sara, "points", 50);
    Ledger.Part more = new Ledger.Part(sara, "points", 51);
    Cause back = Cause.returned(IDS.next(), sale);
    assertThat(refused(command(books -> books.reverse(club, more, sale, back))))
        .isEqualTo("more_than_was_spent");
    assertThat(done(command(books -> books.reverse(club, all, sale, back))).usable()).isEqualTo(50);
    assertThat(refused(command(books -> books.reverse(club, all, sale, back))))
        .isEqualTo("more_than_was_spent");
  }

  @Test
  void aHoldNobodyEndedIsReleasedByTheSchedule() {
    earn(sara, POINTS, 100, Terms.NONE);
    Ledger.Part part = new Ledger.Part(sara, "points", 70);
    Instant end = clock.instant().plus(Duration.ofMinutes(10));
    Cause cause = Cause.of(Cause.Kind.HOLD, IDS.next());
    Hold hold = done(command(books -> books.hold(club, part, end, cause)));
    clock.setAhead(Duration.ofMinutes(11));
    assertThat(due(clock.instant(), 10)).isEqualTo(1);
    assertThat(balance(sara, POINTS)).isEqualTo(new Balance(100, 0, 0, 0));
    assertThat(refused(command(books -> books.release(club, hold.id(), cause))))
        .isEqualTo("hold_expired");
  }

  @Test
  void daysOfBeingOffAreMadeUpForWithTheTimesAtWhichThingsWereDue() {
    clock.moveTo(day(1));
    earn(sara, LATER, 100, Terms.of(club, LATER, clock.instant()));
    earn(reza, MILES, 10, Terms.NONE);
    clock.moveTo(day(500));
    assertThat(due(clock.instant(), 10)).isEqualTo(2);
    assertThat(due(clock.instant(), 10)).isZero();
    Statements.Wanted wanted = new Statements.Wanted(sara, null, null, 10);
    List<Statements.Line> lines = read(() -> statements.statement(club.id(), wanted));
    assertThat(lines)
        .extracting(line -> line.entry().kind())
        .containsExactly(Entry.Kind.EXPIRATION, Entry.Kind.ACTIVATION, Entry.Kind.ACCRUAL);
    assertThat(lines.get(1).entry().at().minusMillis(1)).isBefore(day(15));
    assertThat(lines.getFirst().entry().at()).isEqualTo(day(76));
    assertThat(lines.getFirst().postedAt()).isBetween(day(500), day(501));
    assertThat(balance(reza, MILES)).isEqualTo(Balance.NOTHING);
  }

  @Test
  void theScheduleGoesInChunks() {
    clock.moveTo(day(1));
    for (int member = 0; member < 5; member++) {
      earn(LedgerFixtures.member(), POINTS, 10, Terms.until(day(3)));
    }
    assertThat(due(day(9), 2)).isEqualTo(2);
    assertThat(due(day(9), 2)).isEqualTo(2);
    assertThat(due(day(9), 2)).isEqualTo(1);
  }

  @Test
  void anAwardToAWalletThatEndedEmptiesItFirst() {
    clock.moveTo(day(1));
    earn(sara, MILES, 100, Terms.NONE);
    clock.moveTo(day(40));
    earn(sara, MILES, 7, Terms.NONE);
    assertThat(balance(sara, MILES)).isEqualTo(new Balance(7, 0, 0, 0));
  }

  @Test
  void aReturnFindsWhatThePurchaseDid() {
    UUID shoes = earn(sara, CREDIT, 100, Terms.NONE);
    UUID coffee = IDS.next();
    inBooks(
        Scope.withLots(sara),
        books -> books.spend(sara, CREDIT, 80, Cause.purchase(coffee), clock.instant()));
    Cause cause = Cause.returned(IDS.next(), shoes);
    Books.ClawedBack back =
        inBooks(
            Scope.of(List.of()).undoing(sara, shoes),
            books ->
                books.clawBack(
                    sara,
                    CREDIT,
                    shoes,
                    null,
                    100,
                    Club.ReturnPolicy.MAY_OWE,
                    cause,
                    clock.instant()));
    assertThat(back).isEqualTo(new Books.ClawedBack(0, 20, 80, 0));
    Books.ClawedBack again =
        inBooks(
            Scope.of(List.of()).undoing(sara, shoes),
            books ->
                books.clawBack(
                    sara,
                    CREDIT,
                    shoes,
                    null,
                    100,
                    Club.ReturnPolicy.MAY_OWE,
                    cause,
                    clock.instant()));
    assertThat(again).isEqualTo(new Books.ClawedBack(0, 0, 0, 100));
    Books.Reversed reversed =
        inBooks(
            Scope.of(List.of()).undoing(sara, coffee),
            books ->
                books.reverseSpend(
                    sara, CREDIT, coffee, 80, Cause.returned(IDS.next(), coffee), clock.instant()));
    assertThat(reversed).isEqualTo(new Books.Reversed(0, 80, 0, 0));
    assertThat(balance(sara, CREDIT)).isEqualTo(Balance.NOTHING);
  }

  @Test
  void commandsRefuseInTheirOrder() {
    assertThat(refused(spendOf("gold", 0))).isEqualTo("unit_unknown");
    assertThat(refused(spendOf("points", Books.MOST + 1))).isEqualTo("amount_too_large");
    assertThat(refused(spendOf("points", 0))).isEqualTo("amount_not_positive");
    assertThat(refused(spendOf("points", 1))).isEqualTo("insufficient_balance");
    assertThat(refused(adjust(0, ""))).isEqualTo("amount_zero");
    assertThat(refused(adjust(1, " "))).isEqualTo("reason_required");
    assertThat(refused(adjust(-1, "mistake"))).isEqualTo("insufficient_balance");
    HoldId nobody = new HoldId(IDS.next());
    assertThat(refused(command(books -> books.capture(club, nobody, null, purchase()))))
        .isEqualTo("hold_not_found");
  }

  private Outcome<Balance> adjust(long amount, String reason) {
    return command(
        books -> books.adjust(club, new Ledger.Part(sara, "points", amount), "ali", reason));
  }

  private Outcome<Books.Spent> spendOf(String unit, long amount) {
    return command(books -> books.spend(club, new Ledger.Part(sara, unit, amount), purchase()));
  }
}
