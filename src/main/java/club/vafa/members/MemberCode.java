package club.vafa.members;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something about a member. */
public enum MemberCode implements ProblemCode {
  MEMBER_NOT_FOUND(Kind.NOT_FOUND),
  MEMBER_EXISTS(Kind.CONFLICT),
  MEMBER_WITHOUT_NAME(Kind.REFUSED),
  MEMBER_BLOCKED(Kind.CONFLICT),
  MEMBER_ERASED(Kind.CONFLICT),
  MEMBER_MERGED(Kind.CONFLICT),
  MEMBER_SAME(Kind.REFUSED),
  MEMBER_CHANGED(Kind.CONFLICT),
  MEMBER_WALLET_OPEN(Kind.CONFLICT),
  CONVERSION_BELOW_MINIMUM(Kind.REFUSED),
  CONVERSION_NOT_IN_STEPS(Kind.REFUSED),
  CONVERSION_OUT_OF_BOUNDS(Kind.REFUSED),
  CONVERSION_NOT_FOUND(Kind.NOT_FOUND),
  CONVERSION_SPENT(Kind.CONFLICT),
  STORE_CREDIT_UNIT(Kind.REFUSED),
  STORE_CREDIT_ENDED(Kind.REFUSED),
  PHONE_INVALID(Kind.REFUSED),
  EMAIL_INVALID(Kind.REFUSED),
  EXTERNAL_ID_INVALID(Kind.REFUSED),
  BIRTH_DATE_INVALID(Kind.REFUSED),
  LOCALE_INVALID(Kind.REFUSED),
  ATTRIBUTE_NAME_INVALID(Kind.REFUSED),
  ATTRIBUTE_NOT_SIMPLE(Kind.REFUSED);

  private final Kind kind;

  MemberCode(Kind kind) {
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
