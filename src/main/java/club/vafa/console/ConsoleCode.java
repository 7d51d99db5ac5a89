package club.vafa.console;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a view of a list is not kept. */
public enum ConsoleCode implements ProblemCode {
  VIEW_FORM(Kind.REFUSED),
  VIEW_UNKNOWN(Kind.NOT_FOUND),
  VIEWS_FULL(Kind.REFUSED);

  private final Kind kind;

  ConsoleCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
