package club.vafa.cards.gifts;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts codes that led nowhere, for each caller and a quarter of an hour. */
@Component
class GiftGuesses {
  static final int MOST = 20;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_KEPT = 50_000;

  private final ConcurrentHashMap<UUID, Count> counts = new ConcurrentHashMap<>();

  private record Count(int misses, Instant until) {}

  /** How long the caller must wait; zero when they may name a code now. */
  Duration pause(UUID caller, Instant now) {
    Count count = counts.get(caller);
    return count != null && count.misses() >= MOST && count.until().isAfter(now)
        ? Duration.between(now, count.until())
        : Duration.ZERO;
  }

  void missed(UUID caller, Instant now) {
    if (counts.size() > MOST_KEPT) {
      counts.values().removeIf(count -> !count.until().isAfter(now));
    }
    counts.merge(
        caller,
        new Count(1, now.plus(WINDOW)),
        (before, first) ->
            before.until().isAfter(now) ? new Count(before.misses() + 1, before.until()) : first);
  }
}
