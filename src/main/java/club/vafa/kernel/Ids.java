package club.vafa.kernel;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes time-ordered ids (UUIDv7, RFC 9562). Ids of one source never go backwards: the 12 bits
 * after the milliseconds are a counter, so that rows written in one batch keep their order.
 */
public final class Ids {
  private final AtomicLong last = new AtomicLong();

  /** The next id, strictly greater than every id this source gave before. */
  public UUID next() {
    long floor = System.currentTimeMillis() << 12;
    long tick = last.updateAndGet(previous -> Math.max(previous + 1, floor));
    long high = ((tick >>> 12) << 16) | 0x7000L | (tick & 0xFFF);
    long low = (ThreadLocalRandom.current().nextLong() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
