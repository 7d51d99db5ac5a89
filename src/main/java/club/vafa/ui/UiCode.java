package club.vafa.ui;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** What can be wrong with a form before anybody looks at what it is about. */
public enum UiCode implements ProblemCode {
  DAY_UNREADABLE;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
