package club.vafa.operations.demo;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.feed.Happening;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Settings;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.operations.demo.DemoFolder.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo club's time: it can be pushed forward, never back, and stays so over a restart. */
@Component
@Profile("demo")
public class DemoTime {
  private static final Feed.Follower FOLLOWER = Feed.Follower.ofAll("operations.demo");
  private static final int CHUNK = 1_000;

  private final DemoFolder folder;
  private final Clubs clubs;
  private final Living living;
  private final Feed feed;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();

  DemoTime(Settings settings, Clubs clubs, Living living, Feed feed, Clock clock) {
    this.folder = new DemoFolder(settings.data());
    this.clubs = clubs;
    this.living = living;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * What the time that passed brought.
   *
   * @param wallets in which something became usable or ended
   * @param happened how often, by kind of happening
   */
  public record Passed(Instant before, Instant now, int wallets, Map<String, Integer> happened) {
    public Passed {
      happened = Map.copyOf(happened);
    }
  }

  /** Lets time pass day by day, and does what comes due on each. */
  public Passed forward(ClubId id, Duration time) {
    turn.lock();
    try {
      Club club = clubs.get(id);
      count(id);
      Instant before = clock.instant();
      int wallets = 0;
      Duration left = time;
      while (left.isPositive()) {
        Duration step = left.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : left;
        clock.setAhead(clock.ahead().plus(step));
        wallets += living.bringUpToNow(club);
        left = left.minus(step);
      }
      folder.kept().ifPresent(kept -> folder.keep(kept.ahead(clock.ahead())));
      return new Passed(before, clock.instant(), wallets, count(id));
    } finally {
      turn.unlock();
    }
  }

  void restore(Kept kept) {
    clock.setAhead(kept.ahead());
  }

  /** What has happened since the last time it was counted. */
  private Map<String, Integer> count(ClubId club) {
    Map<String, Integer> counts = new TreeMap<>();
    int read = CHUNK;
    while (read == CHUNK) {
      read =
          ClubScope.call(
              club,
              () ->
                  feed.follow(
                      club,
                      FOLLOWER,
                      CHUNK,
                      all -> {
                        for (Happening happening : all) {
                          counts.merge(happening.kind(), 1, Integer::sum);
                        }
                      }));
    }
    return counts;
  }
}
