package club.vafa.installation;

import club.vafa.kernel.ClubId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

  /** From this age on the first who asks reads anew, so that not all do when it is too old. */
  private static final long AGEING = TimeUnit.MILLISECONDS.toNanos(750);

  private final Map<ClubId, Kept<V>> kept = new ConcurrentHashMap<>();
  private final AtomicLong forgettings = new AtomicLong();

  /** How many transactions are changing what is remembered of a club. */
  private final Map<ClubId, Integer> changing = new ConcurrentHashMap<>();

  private record Kept<V>(V value, long readAt, AtomicBoolean renewing) {
    Kept(V value) {
      this(value, System.nanoTime(), new AtomicBoolean());
    }

    /** Whether it will do for whoever asks now; of many who ask late one is told no. */
    boolean isFresh() {
      long age = System.nanoTime() - readAt;
      return age < AGEING || (age < FRESH && !renewing.compareAndSet(false, true));
    }
  }

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
    if (known != null && good.test(known.value()) && known.isFresh()) {
      return known.value();
    }
    long before = forgettings.get();
    V now = read.get();
    // What was forgotten while we read may have changed since; it is told once and not kept.
    kept.compute(club, (_, other) -> forgettings.get() == before ? new Kept<>(now) : other);
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
