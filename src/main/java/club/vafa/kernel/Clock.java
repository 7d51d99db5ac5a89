package club.vafa.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one place that says what time it is. It can be moved, so that the demo club and the tests
 * live through a year in seconds; ordinary installations leave it alone.
 */
public final class Clock implements InstantSource {
  private final InstantSource base;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public Clock(InstantSource base) {
    this.base = base;
  }

  /** Now, in whole microseconds: what the database keeps, so that times compare equal after. */
  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
  }

  public Duration ahead() {
    return ahead.get();
  }

  /** Moves the clock so that it is this much ahead of (or behind) the machine's. */
  public void setAhead(Duration offset) {
    ahead.set(offset);
  }

  /** Moves the clock so that it says this now, and goes on from there. */
  public void moveTo(Instant now) {
    ahead.set(Duration.between(base.instant(), now));
  }
}
