package club.vafa.rewards;

import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Counts wrong codes of a quarter of an hour by who asked. After twenty there is no answer any
 * more, right or wrong: a till mistypes now and then, a program that guesses does nothing else.
 */
@Component
class Guesses {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST = 20;
  private static final int MOST_KEPT = 10_000;

  private final ConcurrentHashMap<UUID, Count> counts = new ConcurrentHashMap<>();
  private final Clock clock;

  Guesses(Clock clock) {
    this.clock = clock;
  }

  private record Count(int wrong, Instant until) {}

  <T> Outcome<T> count(UUID who, Supplier<Optional<T>> look) {
    Instant now = clock.instant();
    Count before = counts.get(who);
    if (before != null && before.wrong() >= MOST && before.until().isAfter(now)) {
      long seconds = Math.max(1, Duration.between(now, before.until()).toSeconds());
      return Outcome.refused(
          Refusal.at("", RewardsCode.TOO_MANY_WRONG_CODES, Map.of("seconds", seconds)));
    }
    Optional<T> found = look.get();
    if (found.isEmpty()) {
      wrong(who, now);
      return Outcome.refused(Refusal.of(RewardsCode.VOUCHER_NOT_FOUND));
    }
    return Outcome.done(found.get());
  }

  private void wrong(UUID who, Instant now) {
    if (counts.size() > MOST_KEPT) {
      counts.values().removeIf(count -> !count.until().isAfter(now));
    }
    counts.merge(
        who,
        new Count(1, now.plus(WINDOW)),
        (before, first) ->
            before.until().isAfter(now) ? new Count(before.wrong() + 1, before.until()) : first);
  }
}
