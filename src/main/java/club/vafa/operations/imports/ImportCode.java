package club.vafa.operations.imports;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a row of a file is refused, beside the reasons the API has. */
enum ImportCode implements ProblemCode {
  DATE_UNREADABLE,
  ROWS_DISAGREE,
  OTHER_ROW_REFUSED,
  RETURN_WITHOUT_MEMBER;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
