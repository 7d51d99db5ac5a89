package club.vafa.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Codes of one coupon that are made in the background.
 *
 * @param pattern {@code #} is a sign drawn from the alphabet, {@code ?} the check sign
 * @param made how many there are so far
 * @param active whether they may be used as soon as they are made
 */
public record CouponBatch(
    BatchId id,
    CouponId coupon,
    String pattern,
    String alphabet,
    int wanted,
    int made,
    boolean active,
    @Nullable Instant until,
    Instant createdAt,
    @Nullable Instant finishedAt) {}
