package club.vafa.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member's purchases sum to.
 *
 * @param visits purchases not returned in full
 * @param spent after discounts and returns, minor units of money
 * @param version how often it was written when it was read; nothing was yet at zero
 */
public record Total(
    long visits, long spent, @Nullable Instant firstAt, @Nullable Instant lastAt, long version) {
  public static final Total NONE = new Total(0, 0, null, null, 0);

  /** With one more purchase. */
  public Total plus(long amount, Instant at) {
    return new Total(
        visits + 1,
        Math.addExact(spent, amount),
        firstAt == null || at.isBefore(firstAt) ? at : firstAt,
        lastAt == null || at.isAfter(lastAt) ? at : lastAt,
        version);
  }

  /** As it is once it is written. */
  Total next() {
    return new Total(visits, spent, firstAt, lastAt, version + 1);
  }

  /** With goods brought back; a purchase returned in full is no visit any more. */
  public Total minus(long amount, boolean wholeVisit) {
    return new Total(
        wholeVisit ? Math.max(0, visits - 1) : visits,
        Math.subtractExact(spent, amount),
        firstAt,
        lastAt,
        version);
  }
}
