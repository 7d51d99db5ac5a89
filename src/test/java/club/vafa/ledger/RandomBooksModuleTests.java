package club.vafa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.testing.RoomTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class RandomBooksModuleTests {
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RandomBooksModuleTests(Ledger ledger, TransactionTemplate transaction, Clock clock) {
    this.ledger = ledger;
    this.transaction = transaction;
    this.clock = clock;
  }

  static Stream<Long> seeds() {
    return Stream.of(11L, System.nanoTime());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverIsWrittenHoldsAndIsReadAsItWas(long seed) {
    Club club = LedgerFixtures.club();
    List<MemberId> members = Stream.generate(LedgerFixtures::member).limit(3).toList();
    RandomLife life = new RandomLife(club, members, seed);
    for (int number = 0; number < 400; number++) {
      RandomLife.Step step = life.next();
      clock.moveTo(step.at());
      String name = "seed " + seed + " step " + number + ": " + step.what();
      try {
        ClubScope.run(club.id(), () -> live(club, step, members));
        if (number % 50 == 49) {
          BooksProof.prove(ledger, club);
        }
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(name, broken);
      }
    }
    int due = ClubScope.call(club.id(), () -> ledger.bringUpTo(club, clock.instant(), 100));
    assertThat(due).isLessThan(20);
    BooksProof.prove(ledger, club);
  }

  private void live(Club club, RandomLife.Step step, List<MemberId> members) {
    Map<String, Balance> left =
        transaction.execute(_ -> {
          Books books = ledger.open(club, step.scope());
          step.run().accept(books);
          ledger.write(books);
          return balances(books);
        });
    Books again = ledger.look(club, Scope.withLots(members.toArray(MemberId[]::new)));
    Map<String, Balance> found = balances(again);
    assertThat(found).containsAllEntriesOf(left == null ? Map.of() : left);
    Invariants.hold(again);
  }

  private static Map<String, Balance> balances(Books books) {
    Map<String, Balance> all = new TreeMap<>();
    for (Wallet wallet : books.pages().wallets()) {
      if (!wallet.balance().equals(Balance.NOTHING)) {
        all.put(wallet.member + " " + wallet.unit.code(), wallet.balance());
      }
    }
    return all;
  }
}
