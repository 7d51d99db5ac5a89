package club.vafa.earning;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a purchase, return or event is refused. */
public enum EarningCode implements ProblemCode {
  MEMBER_UNKNOWN(Kind.REFUSED),
  MEMBER_NOT_ACTIVE(Kind.REFUSED),
  MEMBER_NEEDED_TO_PAY(Kind.REFUSED),
  WRONG_CURRENCY(Kind.REFUSED),
  BRANCH_UNKNOWN_HERE(Kind.REFUSED),
  TERMINAL_UNKNOWN_HERE(Kind.REFUSED),
  UNIT_UNKNOWN_HERE(Kind.REFUSED),
  UNIT_CANNOT_PAY(Kind.REFUSED),
  UNIT_PAID_TWICE(Kind.REFUSED),
  UNIT_BELOW_MINIMUM(Kind.REFUSED),
  UNIT_ABOVE_MAXIMUM(Kind.REFUSED),
  UNIT_NOT_IN_STEPS(Kind.REFUSED),
  UNIT_ABOVE_SHARE(Kind.REFUSED),
  GOODS_NOT_FOR_UNIT(Kind.REFUSED),
  LINE_PAID_TWICE(Kind.REFUSED),
  PAYMENT_KIND_UNKNOWN(Kind.REFUSED),
  PAYMENT_KIND_NO_CODE(Kind.REFUSED),
  PAYMENT_KIND_NO_LINE(Kind.REFUSED),
  GOODS_HAVE_THEIR_PRICE(Kind.REFUSED),
  OVERPAID(Kind.REFUSED),
  TOTAL_TOO_LARGE(Kind.REFUSED),
  HOLD_TIME(Kind.REFUSED),
  PURCHASE_NOT_FOUND(Kind.NOT_FOUND),
  EVENT_NOT_FOUND(Kind.NOT_FOUND),
  NOTHING_TO_RETURN(Kind.CONFLICT),
  NO_SUCH_LINE(Kind.REFUSED),
  LINE_TWICE(Kind.REFUSED),
  RETURNED_MORE_THAN_BOUGHT(Kind.REFUSED),
  RETURNED_BEFORE_BOUGHT(Kind.REFUSED),
  EVENT_TYPE_UNKNOWN(Kind.REFUSED),
  EVENT_ATTRIBUTE_UNKNOWN(Kind.REFUSED),
  EVENT_ATTRIBUTE_TYPE(Kind.REFUSED);

  private final Kind kind;

  EarningCode(Kind kind) {
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
