package club.vafa.portal;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something at the members' door. */
public enum PortalCode implements ProblemCode {
  CONTACT_INVALID(Kind.REFUSED),
  SMS_NOT_SET_UP(Kind.REFUSED),
  MAIL_NOT_SET_UP(Kind.REFUSED),
  CODE_NOT_RIGHT(Kind.REFUSED),
  TOO_MANY_KNOCKS(Kind.TOO_MANY),
  JOINING_TOO_LATE(Kind.REFUSED),
  PORTAL_LINK_OVER(Kind.REFUSED),
  BIRTHDAY_KNOWN(Kind.CONFLICT),
  BIRTHDAY_NO_DAY(Kind.REFUSED);

  private final Kind kind;

  PortalCode(Kind kind) {
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
