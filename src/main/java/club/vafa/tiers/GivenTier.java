package club.vafa.tiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tier that somebody gave a member by hand.
 *
 * @param kind MANUAL, MATCHED or IMPORTED
 * @param until its last day; null until it is undone
 * @param floor whether the member stands at least there; otherwise at most
 * @param note why, or what proved the standing elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GivenTier(
    String tier,
    Reason kind,
    @Nullable LocalDate until,
    boolean floor,
    String actor,
    String note,
    Instant since) {}
