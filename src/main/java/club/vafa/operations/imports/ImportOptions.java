package club.vafa.operations.imports;

import club.vafa.kernel.Language;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param club code of the club; null when the installation has only one
 * @param form how the file is written
 * @param refused where the refused rows go
 * @param fromStart begins anew although an earlier import of the same file stopped midway
 */
record ImportOptions(
    Kind kind,
    Path file,
    @Nullable String club,
    FileForm form,
    boolean createMembers,
    boolean createBranches,
    boolean dryRun,
    boolean fromStart,
    Language language,
    Path refused) {

  /** What the rows of the file are. */
  enum Kind {
    PURCHASES,
    MEMBERS
  }
}
