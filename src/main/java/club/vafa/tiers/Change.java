package club.vafa.tiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a member's standing.
 *
 * @param before the tier until then, or null for none
 * @param tier the tier from then on, or null for none
 * @param until the last day it is kept without anything more; null for good
 * @param document the purchase, event or return that caused it
 */
public record Change(
    String set,
    @Nullable String before,
    @Nullable String tier,
    Instant since,
    @Nullable LocalDate until,
    Reason reason,
    @Nullable String actor,
    @Nullable String note,
    @Nullable UUID document) {}
