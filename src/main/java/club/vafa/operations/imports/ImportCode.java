package club.vafa.operations.imports;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a row of a file is refused, beside the reasons the API has. */
enum ImportCode implements ProblemCode {
  DATE_UNREADABLE,
  ROWS_DISAGREE,
  OTHER_ROW_REFUSED,
  RETURN_WITHOUT_MEMBER,
  FILE_UNREADABLE,
  FILE_WITHOUT_HEADER,
  /** It cannot be read on: a quote that never ends, for instance. */
  FILE_BROKEN,
  /** More rows than a replay keeps in memory. */
  FILE_TOO_LONG,
  FILE_OPTION_VALUE,
  FILE_FIELD_UNKNOWN,
  FILE_COLUMN_UNKNOWN,
  FILE_COLUMN_NEEDED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
