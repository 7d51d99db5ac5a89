package club.vafa.installation;

import club.vafa.kernel.ClubId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a room remembers of each club's tables, so that it need not ask for it each time. Another
 * node's change is seen after a second at the latest, one of this node at once.
 */
public final class Remembered<V> {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Map<ClubId, Kept<V>> kept = new ConcurrentHashMap<>();
  private final AtomicLong forgettings = new AtomicLong();

  /** How many transactions are changing what is remembered of a club. */
  private final Map<ClubId, Integer> changing = new ConcurrentHashMap<>();

  private record Kept<V>(V value, long readAt) {}

  /** What is known of the club, read now when that is too old. */
  public V get(ClubId club, Supplier<V> read) {
    return get(club, _ -> true, read);
  }

  /** The same; what is known and not good is read now, however fresh it is. */
  public V get(ClubId club, Predicate<V> good, Supplier<V> read) {
    if (changing.containsKey(club)) {
      // Others would remember the old, and the one who changes it would be told that.
      return read.get();
    }
    Kept<V> known = kept.get(club);
    if (known != null
        && System.nanoTime() - known.readAt() < FRESH.toNanos()
        && good.test(known.value())) {
      return known.value();
    }
    long before = forgettings.get();
    V now = read.get();
    // What was forgotten while we read may have changed since; it is told once and not kept.
    kept.compute(
        club,
        (_, other) -> forgettings.get() == before ? new Kept<>(now, System.nanoTime()) : other);
    return now;
  }

  /** The last that was kept, however old. */
  public @Nullable V last(ClubId club) {
    Kept<V> known = kept.get(club);
    return known == null ? null : known.value();
  }

  /** Forgets what is changing; nothing is remembered until this transaction has ended. */
  public void forget(ClubId club) {
    forgetNow(club);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      changing.merge(club, 1, Integer::sum);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              changing.computeIfPresent(club, (_, open) -> open == 1 ? null : open - 1);
              forgetNow(club);
            }
          });
    }
  }

  private void forgetNow(ClubId club) {
    kept.compute(
        club,
        (_, _) -> {
          forgettings.incrementAndGet();
          return null;
        });
  }
}
