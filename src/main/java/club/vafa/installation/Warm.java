package club.vafa.installation;

import club.vafa.kernel.ClubId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows of those who were here lately, kept so that the next activity need not ask for them. What is
 * kept may have been changed by another since: who decides by it writes only if the row still has
 * the version it was kept with, and begins again with rows that were read when it has not. Used
 * only by a Vafa that is {@link Alone}. How many are kept follows from the memory Vafa may take.
 */
public final class Warm<K, V> {
  private static final long BYTES_OF_MEMORY_FOR_EACH = 32_000;

  private final Cache<Of<K>, AtomicReference<@Nullable V>> kept =
      Caffeine.newBuilder()
          .maximumSize(Runtime.getRuntime().maxMemory() / BYTES_OF_MEMORY_FOR_EACH)
          .executor(Runnable::run)
          .build();
  private final BinaryOperator<V> newer;

  /**
   * @param newer what is known by the first and, said later and perhaps older, by the second
   */
  public Warm(BinaryOperator<V> newer) {
    this.newer = newer;
  }

  private record Of<K>(ClubId club, K key) {}

  /**
   * What is known of these; of whom nothing is known is read, and kept.
   *
   * @param read told for whom; those missing in its answer are missing here too
   */
  public Map<K, V> get(ClubId club, Collection<K> keys, Function<Set<K>, Map<K, V>> read) {
    Map<K, V> known = HashMap.newHashMap(keys.size());
    Set<K> others = new HashSet<>();
    for (K key : keys) {
      var place = kept.getIfPresent(new Of<>(club, key));
      V value = place == null ? null : place.get();
      if (value == null) {
        others.add(key);
      } else {
        known.put(key, value);
      }
    }
    if (!others.isEmpty()) {
      Map<K, V> learned = read.apply(others);
      learned.forEach((key, value) ->
          kept.get(new Of<>(club, key), _ -> new AtomicReference<>())
              .accumulateAndGet(value, this::newest));
      known.putAll(learned);
    }
    return known;
  }

  public void forget(ClubId club, Collection<K> keys) {
    keys.forEach(key -> kept.invalidate(new Of<>(club, key)));
  }

  private V newest(@Nullable V known, V said) {
    return known == null ? said : newer.apply(known, said);
  }

  /**
   * What was known of these is forgotten now; with what is written it is known after the commit.
   * Their places stay, because to put them away and back is several times dearer.
   */
  public void written(ClubId club, Map<K, V> rows) {
    List<Runnable> after = new ArrayList<>(rows.size());
    rows.forEach((key, row) -> {
      Of<K> of = new Of<>(club, key);
      var place = kept.policy().getIfPresentQuietly(of);
      V before = place == null ? null : place.getAndSet(null);
      if (place != null && before != null) {
        // Meanwhile it may have lost its place, and somebody else another one with what was before.
        after.add(() ->
            kept.get(of, _ -> place).accumulateAndGet(newer.apply(before, row), this::newest));
      }
    });
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            after.forEach(Runnable::run);
          }
        });
  }
}
