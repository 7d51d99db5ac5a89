package club.vafa.api;

import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets keys that have been kept long enough, once an hour. */
@Component
class IdempotencySweep {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencySweep.class);
  private static final int AT_ONCE = 5_000;

  private final IdempotencyStore store;
  private final Clock clock;

  IdempotencySweep(IdempotencyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Forgets the old keys of every club, in parts that lock nothing for long. */
  int sweep() {
    int all = 0;
    int part;
    do {
      part =
          ClubScope.callInstallation(
              () -> store.forget(clock.instant().minus(Idempotency.KEPT), AT_ONCE));
      all += part;
    } while (part == AT_ONCE);
    return all;
  }

  @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void sweepQuietly() {
    try {
      sweep();
    } catch (RuntimeException failed) {
      LOG.warn("Old idempotency keys could not be forgotten; trying again in an hour", failed);
    }
  }
}
