package club.vafa.spending;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to a member whether they spend.
 *
 * @param amount money, minor units
 * @param place where they are asked, as people know it; may be empty
 * @param sent whether the code went to their phone; it stands in their pages in any case
 * @param usedBy the purchase it was for
 */
public record Confirmation(
    ConfirmationId id,
    MemberId member,
    long amount,
    String place,
    int tries,
    Instant askedAt,
    String askedBy,
    boolean sent,
    @Nullable Instant confirmedAt,
    @Nullable UUID usedBy) {}
