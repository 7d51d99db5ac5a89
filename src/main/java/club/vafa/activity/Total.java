package club.vafa.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member's purchases sum to.
 *
 * @param visits purchases not returned in full
 * @param spent after discounts and returns, minor units of money
 */
public record Total(
    long visits, long spent, @Nullable Instant firstAt, @Nullable Instant lastAt) {
  public static final Total NONE = new Total(0, 0, null, null);

  /** With one more purchase. */
  public Total plus(long amount, Instant at) {
    return new Total(
        visits + 1,
        Math.addExact(spent, amount),
        firstAt == null || at.isBefore(firstAt) ? at : firstAt,
        lastAt == null || at.isAfter(lastAt) ? at : lastAt);
  }

  /** With goods brought back; a purchase returned in full is no visit any more. */
  public Total minus(long amount, boolean wholeVisit) {
    return new Total(
        wholeVisit ? Math.max(0, visits - 1) : visits,
        Math.subtractExact(spent, amount),
        firstAt,
        lastAt);
  }
}
