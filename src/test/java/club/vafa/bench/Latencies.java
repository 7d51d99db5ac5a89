package club.vafa.bench;

import java.util.Arrays;

/** How long each answer took, in nanoseconds; all are kept, none is estimated. */
final class Latencies {
  private long[] taken = new long[1 << 16];
  private int count;

  void add(long nanoseconds) {
    if (count == taken.length) {
      taken = Arrays.copyOf(taken, count * 2);
    }
    taken[count++] = nanoseconds;
  }

  /** Answer times in milliseconds: half, 95 % and 99 % of the answers came within. */
  record Spread(double p50, double p95, double p99, double max) {
    static final Spread NONE = new Spread(0, 0, 0, 0);
  }

  Spread spread() {
    if (count == 0) {
      return Spread.NONE;
    }
    long[] sorted = Arrays.copyOf(taken, count);
    Arrays.sort(sorted);
    return new Spread(at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
  }

  /** Nearest rank: the smallest that at least so many per cent do not exceed. */
  private static double at(long[] sorted, int percent) {
    int rank = (int) Math.ceilDiv((long) sorted.length * percent, 100L);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }
}
