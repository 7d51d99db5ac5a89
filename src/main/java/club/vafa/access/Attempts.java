package club.vafa.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts failed logins of a quarter of an hour. Somebody who guesses is stopped after a few tries
 * for one login and after more for many; a login tried from many places is slowed for all of them,
 * late enough that a stranger cannot easily lock out its owner.
 */
@Component
class Attempts {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_KEPT = 50_000;
  private static final int OF_LOGIN_AND_ADDRESS = 5;
  private static final int OF_ADDRESS = 50;
  private static final int OF_LOGIN = 100;

  private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();

  private record Count(int failures, Instant until) {}

  private record Limit(String key, int most) {}

  private static List<Limit> limits(String login, String address) {
    return List.of(
        new Limit("both " + address + " " + login, OF_LOGIN_AND_ADDRESS),
        new Limit("address " + address, OF_ADDRESS),
        new Limit("login " + login, OF_LOGIN));
  }

  /** How long to wait before the next try; zero when it may be made now. */
  Duration pause(String login, String address, Instant now) {
    Duration longest = Duration.ZERO;
    for (Limit limit : limits(login, address)) {
      Count count = counts.get(limit.key());
      if (count != null && count.failures() >= limit.most() && count.until().isAfter(now)) {
        Duration left = Duration.between(now, count.until());
        longest = left.compareTo(longest) > 0 ? left : longest;
      }
    }
    return longest;
  }

  void failed(String login, String address, Instant now) {
    if (counts.size() > MOST_KEPT) {
      counts.values().removeIf(count -> !count.until().isAfter(now));
    }
    for (Limit limit : limits(login, address)) {
      counts.merge(
          limit.key(),
          new Count(1, now.plus(WINDOW)),
          (before, first) ->
              before.until().isAfter(now)
                  ? new Count(before.failures() + 1, before.until())
                  : first);
    }
  }

  void succeeded(String login, String address) {
    counts.remove("both " + address + " " + login);
  }
}
