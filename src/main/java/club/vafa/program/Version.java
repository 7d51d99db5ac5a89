package club.vafa.program;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that was in force.
 *
 * @param draft the name of the draft it was, or null
 * @param of the version that it rolled back to, or null
 * @param effectiveFrom activity from then on is judged by it
 * @param approvedBy the second person, or null
 */
public record Version(
    int number,
    UUID id,
    Kind kind,
    String file,
    @Nullable String draft,
    @Nullable Integer of,
    String reason,
    String madeBy,
    Instant madeAt,
    Instant effectiveFrom,
    @Nullable String approvedBy) {

  /** How a version came about. */
  public enum Kind {
    /** A file or draft was published. */
    PUBLISHED,
    /** Campaigns, units or settings had been changed one by one. */
    SINGLE_CHANGES,
    /** An older version was made valid again. */
    ROLLED_BACK
  }
}
