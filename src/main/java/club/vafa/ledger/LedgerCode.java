package club.vafa.ledger;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why the books refuse, in the order in which they look. */
public enum LedgerCode implements ProblemCode {
  AMOUNT_NOT_POSITIVE(Kind.REFUSED),
  AMOUNT_ZERO(Kind.REFUSED),
  AMOUNT_TOO_LARGE(Kind.REFUSED),
  REASON_REQUIRED(Kind.REFUSED),
  SAME_MEMBER(Kind.REFUSED),
  HOLD_ENDS_IN_THE_PAST(Kind.REFUSED),
  HOLD_NOT_FOUND(Kind.NOT_FOUND),
  HOLD_ALREADY_CAPTURED(Kind.CONFLICT),
  HOLD_RELEASED(Kind.CONFLICT),
  HOLD_EXPIRED(Kind.CONFLICT),
  CAPTURE_EXCEEDS_HOLD(Kind.REFUSED),
  MORE_THAN_WAS_SPENT(Kind.REFUSED),
  INSUFFICIENT_BALANCE(Kind.REFUSED);

  private final Kind kind;

  LedgerCode(Kind kind) {
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
