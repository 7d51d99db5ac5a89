package club.vafa.feed;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.feed.Feed.Follower;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.testing.RoomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class FeedModuleTests {
  private final Feed feed;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;
  private final ClubId club;

  FeedModuleTests(Feed feed, TransactionTemplate transaction, Ids ids, Clock clock) {
    this.feed = feed;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
    this.club = new ClubId(ids.next());
  }

  @Test
  void aFollowerIsToldOfItsKindsAndPassesByTheRest() {
    Follower births = Follower.of("births", "born");
    happen("born", "bought", "born", "bought", "bought");
    assertThat(told(births, 10)).containsExactly("born", "born");
    assertThat(told(births, 10)).isEmpty();
    happen("bought", "born");
    assertThat(told(births, 10)).containsExactly("born");
  }

  @Test
  void moreThanAPieceIsReadPieceByPieceWithoutALoss() {
    Follower births = Follower.of("births", "born");
    happen("born", "bought", "born", "bought", "born");
    assertThat(told(births, 2)).hasSize(2);
    assertThat(told(births, 2)).hasSize(1);
    assertThat(told(births, 2)).isEmpty();
  }

  @Test
  void everythingIsToldInOrderToWhoAsksForAll() {
    happen("born", "bought");
    happen("moved");
    assertThat(told(Follower.ofAll("all"), 10)).containsExactly("born", "bought", "moved");
  }

  @Test
  void whoWantsNothingNowIsNotToldLaterOfWhatPassedBy() {
    happen("bought");
    assertThat(told(new Follower("some", Set::of), 10)).isEmpty();
    happen("bought", "born");
    assertThat(told(Follower.of("some", "bought"), 10)).containsExactly("bought");
  }

  @Test
  void theWishIsAskedForWhenItIsKnownHowFarIsRead() {
    happen("bought");
    Follower wakening =
        new Follower(
            "wakening",
            () -> {
              happen("woke", "bought");
              return Set.of();
            });
    assertThat(told(wakening, 10)).isEmpty();
    assertThat(told(Follower.ofAll("wakening"), 10)).containsExactly("woke", "bought");
  }

  @Test
  void whatIsCommittedLateIsNotPassedBy() throws InterruptedException {
    Follower births = Follower.of("births", "born");
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread slow =
        Thread.ofPlatform()
            .start(() ->
                within(() -> {
                  append("born");
                  written.countDown();
                  await(goOn);
                }));
    written.await();
    happen("bought");
    assertThat(told(births, 10)).isEmpty();
    goOn.countDown();
    slow.join();
    assertThat(told(births, 10)).containsExactly("born");
  }

  private List<String> told(Follower follower, int limit) {
    List<String> told = new ArrayList<>();
    ClubScope.run(
        club,
        () -> feed.follow(club, follower, limit, all -> all.forEach(one -> told.add(one.kind()))));
    return told;
  }

  private void happen(String... kinds) {
    try {
      // Not in the transaction of whoever asks.
      Thread.ofPlatform().start(() -> within(() -> append(kinds))).join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(String... kinds) {
    for (String kind : kinds) {
      feed.append(club, kind, ids.next(), null, clock.instant());
    }
  }

  private void within(Runnable work) {
    ClubScope.run(club, () -> transaction.executeWithoutResult(_ -> work.run()));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
