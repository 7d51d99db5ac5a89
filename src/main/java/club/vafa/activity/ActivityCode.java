package club.vafa.activity;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a type of event is refused. */
public enum ActivityCode implements ProblemCode {
  EVENT_TYPE_CODE_FORM(Kind.REFUSED),
  EVENT_ATTRIBUTE_CODE_FORM(Kind.REFUSED);

  private final Kind kind;

  ActivityCode(Kind kind) {
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
