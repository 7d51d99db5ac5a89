package club.vafa.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The sales of a file, ready to be replayed.
 *
 * @param name of the file
 * @param columns which column was read as what
 * @param rows how many the file has
 * @param people who bought
 * @param refused rows that were not taken
 * @param first when the first purchase was; null when there is none
 */
public record PastFile(
    PastId id,
    String name,
    String columns,
    String keptBy,
    Instant keptAt,
    long rows,
    long purchases,
    long returns,
    long people,
    long refused,
    @Nullable Instant first,
    @Nullable Instant last) {}
