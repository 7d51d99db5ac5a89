package club.vafa.operations.imports.web;

import club.vafa.replay.NewPast.RefusedRow;
import club.vafa.replay.PastFile;
import club.vafa.ui.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file that somebody chose.
 *
 * @param file null when it was not taken
 * @param refused the first of the rows that were not
 * @param faults why the file was not taken
 */
public record PastSheet(@Nullable PastFile file, List<RefusedRow> refused, Faults faults) {
  public PastSheet {
    refused = List.copyOf(refused);
  }

  /** All that is wrong with the file, each said once. */
  public List<String> wrong() {
    return faults.all();
  }
}
