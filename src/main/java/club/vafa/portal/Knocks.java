package club.vafa.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts how often somebody knocks in a quarter of an hour, each Vafa for itself, as the logins of
 * staff are counted. Many people may stand in a shop with one address, so it takes many to be
 * slowed.
 */
@Component
class Knocks {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_KEPT = 50_000;

  private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();

  private record Count(int times, Instant until) {}

  /** How long to wait before the next time; zero when it may be now. */
  Duration pause(String who, int most, Instant now) {
    Count count = counts.get(who);
    return count != null && count.times() >= most && count.until().isAfter(now)
        ? Duration.between(now, count.until())
        : Duration.ZERO;
  }

  /** Begins counting anew. */
  void forget() {
    counts.clear();
  }

  void count(String who, Instant now) {
    if (counts.size() > MOST_KEPT) {
      counts.values().removeIf(count -> !count.until().isAfter(now));
    }
    counts.merge(
        who,
        new Count(1, now.plus(WINDOW)),
        (before, first) ->
            before.until().isAfter(now) ? new Count(before.times() + 1, before.until()) : first);
  }
}
