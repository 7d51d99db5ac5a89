package club.vafa.rewards.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as the API tells it.
 *
 * @param name of its reward in the caller's language
 * @param state issued, active, reserved, partially_redeemed, redeemed, expired, cancelled or
 *     blocked
 * @param left money it is still worth, when it takes money off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VoucherView(
    String id,
    String code,
    String reward,
    String name,
    String state,
    @Nullable String member,
    @Nullable String claim,
    @Nullable String batch,
    @Nullable String left,
    @Nullable String currency,
    @Nullable Instant expiresAt,
    @Nullable Instant reservedUntil) {}
