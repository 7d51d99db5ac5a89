package club.vafa.memberships;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something about plans and memberships. */
public enum MembershipCode implements ProblemCode {
  PLAN_NOT_FOUND(Kind.NOT_FOUND),
  PLAN_CODE_TAKEN(Kind.CONFLICT),
  PLAN_CODE_FIXED(Kind.CONFLICT),
  PLAN_LIVE(Kind.CONFLICT),
  PLAN_ENDED(Kind.CONFLICT),
  PLAN_CODE_FORM(Kind.REFUSED),
  PLAN_NUMBER(Kind.REFUSED),
  PLAN_GRACE(Kind.REFUSED),
  PLAN_UNKNOWN(Kind.REFUSED),
  ENTITLEMENT_TWICE(Kind.REFUSED),
  MEMBERSHIP_NOT_FOUND(Kind.NOT_FOUND),
  MEMBERSHIP_PERIOD_NOT_FOUND(Kind.NOT_FOUND),
  MEMBERSHIP_EXISTS(Kind.CONFLICT),
  MEMBERSHIP_STATE(Kind.CONFLICT),
  MEMBERSHIP_NOT_DUE(Kind.CONFLICT),
  MEMBERSHIP_ENDING(Kind.CONFLICT),
  MEMBERSHIP_NOT_COVERED(Kind.CONFLICT),
  PAYMENT_REFERENCE_TAKEN(Kind.CONFLICT),
  MEMBERSHIP_FEE(Kind.REFUSED),
  MEMBERSHIP_CURRENCY(Kind.REFUSED),
  PAUSE_TOO_LONG(Kind.REFUSED),
  CANCEL_AT_END_ONLY(Kind.REFUSED),
  ENTITLEMENT_UNKNOWN(Kind.REFUSED),
  ENTITLEMENT_USED_UP(Kind.REFUSED),
  ENTITLEMENT_NOT_USED(Kind.REFUSED);

  private final Kind kind;

  MembershipCode(Kind kind) {
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
