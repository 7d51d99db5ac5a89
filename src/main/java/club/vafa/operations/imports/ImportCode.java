package club.vafa.operations.imports;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why an import does not begin, and why it refuses a row for reasons of its own. */
enum ImportCode implements ProblemCode {
  IMPORT_KIND_MISSING,
  OPTION_UNKNOWN,
  OPTION_VALUE_MISSING,
  OPTION_VALUE_UNKNOWN,
  FILE_UNREADABLE,
  FILE_WITHOUT_ROWS,
  FILE_BROKEN,
  FIELD_UNKNOWN,
  COLUMN_UNKNOWN,
  COLUMN_NEEDED,
  CLUB_UNKNOWN,
  CLUB_NEEDED,
  NO_CLUB,
  DATE_UNREADABLE,
  ROWS_DISAGREE,
  OTHER_ROW_REFUSED,
  RETURN_WITHOUT_MEMBER,
  RETURN_UNMATCHED;

  /**
   * A return for which no goods are found is refused as the API refuses a return of nothing; only
   * the sentence says more.
   */
  @Override
  public String code() {
    return this == RETURN_UNMATCHED ? "nothing_to_return" : name().toLowerCase(Locale.ROOT);
  }

  /** Where its sentence stands in the language files. */
  String key() {
    return "problem." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
