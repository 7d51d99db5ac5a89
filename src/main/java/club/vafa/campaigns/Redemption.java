package club.vafa.campaigns;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon used on a purchase, or its use given back.
 *
 * @param undoneBy the return that gave it back, or null when it is used
 */
public record Redemption(
    UUID purchase, CouponCode code, MemberId member, Instant at, @Nullable UUID undoneBy) {}
