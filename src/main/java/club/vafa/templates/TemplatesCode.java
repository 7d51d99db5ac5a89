package club.vafa.templates;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a template does not become a draft. */
public enum TemplatesCode implements ProblemCode {
  /** There is no template of this trade. */
  TEMPLATE_NOT_FOUND(Kind.NOT_FOUND),
  /** The template does not ask for this. */
  TEMPLATE_PARAMETER_UNKNOWN(Kind.REFUSED),
  /** Less than the least or more than the most that makes sense. */
  TEMPLATE_PARAMETER_RANGE(Kind.REFUSED),
  /** Vafa has no proposal in this money, so the owner has to say how much it is. */
  TEMPLATE_MONEY_NEEDED(Kind.REFUSED);

  private final Kind kind;

  TemplatesCode(Kind kind) {
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
