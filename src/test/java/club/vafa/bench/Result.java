package club.vafa.bench;

import club.vafa.bench.Latencies.Spread;
import club.vafa.bench.Meter.Used;

/**
 * What one stage measured.
 *
 * @param together purchases in one request
 * @param perSecond purchases, quotes or transactions
 * @param items how many of them were measured
 * @param stored purchases in the database when the stage began
 */
record Result(
    String stage,
    int callers,
    int together,
    double perSecond,
    Spread spread,
    Used used,
    long items,
    long stored) {

  /** Processor time per item, in microseconds. */
  double cost(double seconds) {
    return items == 0 ? 0 : seconds * 1e6 / items;
  }
}
