package club.vafa.operations.imports;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param club code of the club; null when the installation has only one
 * @param columns headings by field name, as told
 * @param source under which the purchases are known; with their id their name forever
 * @param zone of times without an offset; null means the club's
 * @param calendar the dates are written in
 * @param delimiter between cells; 0 means found out
 * @param decimal sign before decimals; 0 means found out
 * @param returnsPrefix purchases whose id begins with it are returns; empty means none
 * @param aboveZero whether prices and amounts of zero are refused
 * @param refused where the refused rows go
 * @param fromStart begins anew although an earlier import of the same file stopped midway
 */
record ImportOptions(
    Kind kind,
    Path file,
    @Nullable String club,
    Map<String, String> columns,
    String source,
    @Nullable ZoneId zone,
    CalendarKind calendar,
    @Nullable DateTimeFormatter dateFormat,
    Charset encoding,
    char delimiter,
    char decimal,
    String returnsPrefix,
    boolean aboveZero,
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
