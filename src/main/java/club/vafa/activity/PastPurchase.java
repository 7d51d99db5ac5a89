package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's purchase as it is gone through with many others. Money in minor units. The names of
 * goods are left out.
 *
 * @param detail how it was decided, only when it tells of coupons, a card or payments from wallets
 */
public record PastPurchase(
    UUID id,
    MemberId member,
    Instant occurredAt,
    long total,
    long discount,
    @Nullable String branch,
    @Nullable String terminal,
    List<PurchaseLine> lines,
    @Nullable String detail) {}
