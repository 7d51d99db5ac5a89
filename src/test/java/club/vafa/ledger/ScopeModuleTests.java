package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.AFTER_VISIT;
import static club.vafa.ledger.LedgerFixtures.CREDIT;
import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.POINTS;
import static club.vafa.ledger.LedgerFixtures.STAMPS;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What of the books is read, by what they are opened for. */
@RoomTest
class ScopeModuleTests {
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final Club club = LedgerFixtures.club();
  private final MemberId sara = LedgerFixtures.member();

  ScopeModuleTests(Ledger ledger, TransactionTemplate transaction, Clock clock, JdbcClient jdbc) {
    this.ledger = ledger;
    this.transaction = transaction;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  private <T> T inBooks(Scope scope, Function<Books, T> work) {
    return new Keeping(ledger, transaction, club).in(scope, work);
  }

  private void earn(Books books, Unit unit, long amount) {
    Terms terms = Terms.of(club, unit, clock.instant());
    books.earn(sara, unit, amount, terms, Cause.purchase(IDS.next()), clock.instant());
  }

  private Outcome<Books.Spent> spend(Books books, Unit unit) {
    return books.spend(sara, unit, 1, Cause.purchase(IDS.next()), clock.instant());
  }

  private List<Long> visit(Books books) {
    Cause cause = Cause.of(Cause.Kind.EVENT, IDS.next());
    return books.activate(sara, "visit", null, cause, clock.instant()).stream()
        .map(Books.Activated::amount)
        .toList();
  }

  private Scope spendsPoints() {
    return Scope.of(List.of()).lots(sara, POINTS.number());
  }

  @Test
  void whoSpendsOfOneUnitIsNotAskedForTheAwardsOfOthers() {
    inBooks(
        Scope.of(List.of(sara)),
        books -> {
          earn(books, POINTS, 5);
          earn(books, CREDIT, 7);
          return true;
        });
    Outcome<Books.Spent> spent = inBooks(spendsPoints(), books -> spend(books, POINTS));
    assertThat(spent).isInstanceOf(Outcome.Done.class);
    assertThatThrownBy(() -> inBooks(spendsPoints(), books -> spend(books, CREDIT)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without the lots");
  }

  @Test
  void stampsAreFoundAmongStampsAgainAfterTheyCameBack() {
    UUID sale = IDS.next();
    Scope stamps = Scope.of(List.of()).lots(sara, STAMPS.number());
    inBooks(
        stamps,
        books -> {
          earn(books, POINTS, 5);
          earn(books, STAMPS, 1);
          earn(books, STAMPS, 1);
          return true;
        });
    Outcome<Books.Spent> spent =
        inBooks(
            stamps, books -> books.spend(sara, STAMPS, 2, Cause.purchase(sale), clock.instant()));
    assertThat(spent).isInstanceOf(Outcome.Done.class);
    long none = inBooks(stamps, books -> books.usable(sara, STAMPS, clock.instant()));
    assertThat(none).isZero();
    inBooks(
        Scope.of(List.of()).undoing(sara, sale),
        books ->
            books.reverseSpend(
                sara, STAMPS, sale, 2, Cause.returned(IDS.next(), sale), clock.instant()));
    long back = inBooks(stamps, books -> books.usable(sara, STAMPS, clock.instant()));
    assertThat(back).isEqualTo(2);
    BooksProof.prove(ledger, club);
  }

  @Test
  void whatIsSpentIsNotReadAgain() {
    for (int award = 0; award < 3; award++) {
      inBooks(
          Scope.of(List.of(sara)),
          books -> {
            earn(books, POINTS, 1);
            return true;
          });
    }
    assertThat(read()).isEqualTo(3);
    UUID sale = IDS.next();
    inBooks(
        spendsPoints(),
        books -> books.spend(sara, POINTS, 2, Cause.purchase(sale), clock.instant()));
    assertThat(read()).isEqualTo(1);
    assertThat(first()).isEqualTo(onlyLot());
    inBooks(spendsPoints(), books -> spend(books, POINTS));
    assertThat(read()).isZero();
    inBooks(
        Scope.of(List.of()).undoing(sara, sale),
        books ->
            books.reverseSpend(
                sara, POINTS, sale, 2, Cause.returned(IDS.next(), sale), clock.instant()));
    assertThat(read()).isEqualTo(2);
    BooksProof.prove(ledger, club);
  }

  @Test
  void norIsItLookedThrough() {
    inBooks(
        Scope.of(List.of(sara)),
        books -> {
          for (int award = 0; award < 50; award++) {
            earn(books, POINTS, 1);
          }
          return books.spend(sara, POINTS, 49, Cause.purchase(IDS.next()), clock.instant());
        });
    Long fetched =
        ClubScope.call(
            club.id(),
            () ->
                transaction.execute(_ -> {
                  long before = fetched();
                  ledger.look(club, spendsPoints());
                  return fetched() - before;
                }));
    assertThat(fetched).isEqualTo(1);
  }

  /** Lots that this transaction fetched by an index, also those it then did not want. */
  private long fetched() {
    return jdbc.sql(
            """
            select idx_tup_fetch from pg_stat_xact_user_tables
            where schemaname = 'ledger' and relname = 'lot'
            """)
        .query(Long.class)
        .single();
  }

  private int read() {
    return wallet().lots().size();
  }

  private Wallet wallet() {
    return ClubScope.call(club.id(), () -> ledger.look(club, spendsPoints()))
        .pages()
        .wallet(sara, POINTS);
  }

  private UUID first() {
    return Objects.requireNonNull(wallet().opened.since());
  }

  private UUID onlyLot() {
    return wallet().lots().iterator().next().id;
  }

  @Test
  void anEventWakesWhatWaitedAndWhatTheSameBooksHaveJustAwarded() {
    Scope purchase = Scope.of(List.of(sara));
    inBooks(
        purchase,
        books -> {
          earn(books, POINTS, 5);
          earn(books, AFTER_VISIT, 20);
          return true;
        });
    Scope waking = Scope.of(List.of()).waking(sara);
    List<Long> first = inBooks(waking, this::visit);
    assertThat(first).containsExactly(20L);
    List<Long> again = inBooks(waking, this::visit);
    assertThat(again).isEmpty();
    List<Long> woken =
        inBooks(
            waking,
            books -> {
              earn(books, AFTER_VISIT, 30);
              return visit(books);
            });
    assertThat(woken).containsExactly(30L);
    Books after = ClubScope.call(club.id(), () -> ledger.look(club, Scope.of(List.of(sara))));
    assertThat(after.balance(sara, AFTER_VISIT)).isEqualTo(new Balance(50, 0, 0, 0));
    BooksProof.prove(ledger, club);
  }

  @Test
  void whatHadEndedBeforeTheEventDoesNotWake() {
    Instant then = clock.instant().minus(Duration.ofDays(3));
    Terms aDay = new Terms(null, "visit", then.plus(Duration.ofDays(1)));
    List<Long> woken =
        inBooks(
            Scope.of(List.of()).waking(sara),
            books -> {
              books.earn(sara, AFTER_VISIT, 20, aDay, Cause.purchase(IDS.next()), then);
              return visit(books);
            });
    assertThat(woken).isEmpty();
  }
}
