package club.vafa.access;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something about staff, keys and logins. */
public enum AccessCode implements ProblemCode {
  LOGIN_FAILED(Kind.UNAUTHENTICATED),
  TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
  KEY_NOT_FOUND(Kind.NOT_FOUND),
  STAFF_NOT_FOUND(Kind.NOT_FOUND),
  LOGIN_TAKEN(Kind.CONFLICT),
  LAST_OWNER(Kind.CONFLICT),
  SCOPE_NOT_HELD(Kind.FORBIDDEN),
  ROLE_NOT_HELD(Kind.FORBIDDEN),
  LOGIN_FORM(Kind.REFUSED),
  PASSWORD_TOO_SHORT(Kind.REFUSED),
  EXPIRY_PASSED(Kind.REFUSED);

  private final Kind kind;

  AccessCode(Kind kind) {
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
