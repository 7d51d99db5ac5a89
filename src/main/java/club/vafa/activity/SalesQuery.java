package club.vafa.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which purchases of a list; what is null does not narrow it.
 *
 * @param number of the receipt, as the shop calls it
 * @param from the first instant, and {@code until} the first after the last
 */
public record SalesQuery(
    @Nullable String number,
    @Nullable String branch,
    @Nullable Instant from,
    @Nullable Instant until) {}
