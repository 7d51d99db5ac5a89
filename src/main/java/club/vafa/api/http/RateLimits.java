package club.vafa.api.http;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts requests per caller on this node. A caller may send a minute's worth at once and then as
 * fast as the limit refills. One number per caller tells all: the time at which its allowance would
 * be full again.
 */
@Component
final class RateLimits {
  private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
  private static final int MOST_CALLERS = 100_000;

  private final ConcurrentHashMap<UUID, AtomicLong> fullAt = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private final int limit;
  private final long each;
  private final String policy;

  @Autowired
  RateLimits(@Value("${vafa.api.requests-per-minute:1000000}") int limit) {
    this(limit, System::nanoTime);
  }

  RateLimits(int limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
    this.each = WINDOW / limit;
    this.policy = "\"key\";q=" + limit + ";w=60";
  }

  /**
   * What a request was granted.
   *
   * @param remaining how many more may follow at once
   * @param seconds until the allowance is full, or, when refused, until the next is let in
   */
  record Grant(boolean allowed, long remaining, long seconds) {
    String header() {
      return "\"key\";r=" + remaining + ";t=" + seconds;
    }
  }

  String policy() {
    return policy;
  }

  /** Takes back what was granted to a request that will be asked for anew. */
  void giveBack(UUID caller, Grant grant) {
    AtomicLong full = fullAt.get(caller);
    if (grant.allowed() && full != null) {
      full.addAndGet(-each);
    }
  }

  Grant take(UUID caller) {
    if (fullAt.size() > MOST_CALLERS) {
      fullAt.clear();
    }
    AtomicLong full = fullAt.computeIfAbsent(caller, _ -> new AtomicLong(nanos.getAsLong()));
    while (true) {
      long now = nanos.getAsLong();
      long before = full.get();
      // Nanosecond clocks are compared by difference only.
      long debt = Math.max(0, before - now) + each;
      if (debt > WINDOW) {
        return new Grant(false, 0, 1 + TimeUnit.NANOSECONDS.toSeconds(debt - WINDOW));
      }
      if (full.compareAndSet(before, now + debt)) {
        long remaining = Math.min(limit - 1L, (WINDOW - debt) / each);
        return new Grant(true, remaining, 1 + TimeUnit.NANOSECONDS.toSeconds(debt));
      }
    }
  }
}
