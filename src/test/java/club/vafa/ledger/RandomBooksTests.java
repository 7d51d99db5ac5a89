package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.day;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomBooksTests {
  static Stream<Long> seeds() {
    long fresh = System.nanoTime();
    return Stream.of(1L, 2L, 3L, 4L, fresh);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverHappensTheBooksHold(long seed) {
    Club club = LedgerFixtures.club();
    List<MemberId> members = Stream.generate(LedgerFixtures::member).limit(3).toList();
    Books books = new Books(club, day(100_000), new Journal(IDS), Set.copyOf(members), _ -> true);
    RandomLife life = new RandomLife(club, members, seed);
    for (int step = 0; step < 1500; step++) {
      RandomLife.Step next = life.next();
      try {
        next.run().accept(books);
        Invariants.hold(books);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError("seed " + seed + " step " + step + ": " + next.what(), broken);
      }
    }
    Invariants.holdFromTheStart(books);
  }
}
