package club.vafa.operations.demo;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why the demo refuses something. */
public enum DemoCode implements ProblemCode {
  CLOCK_FORWARD_FORM(Kind.REFUSED);

  private final Kind kind;

  DemoCode(Kind kind) {
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
