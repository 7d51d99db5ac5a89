package club.vafa.operations.imports.web;

import club.vafa.replay.PastFile;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The sales of a file as the API tells of them.
 *
 * @param columns which column was read as what
 * @param rows how many the file has
 * @param purchases of people who can be told apart; anonymous ones are left aside
 * @param returns one for each purchase that goods went back to
 * @param people who bought
 * @param refused rows that were not taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastView(
    String id,
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
    @Nullable Instant last) {

  static PastView of(PastFile file) {
    return new PastView(
        file.id().toString(),
        file.name(),
        file.columns(),
        file.keptBy(),
        file.keptAt(),
        file.rows(),
        file.purchases(),
        file.returns(),
        file.people(),
        file.refused(),
        file.first(),
        file.last());
  }
}
