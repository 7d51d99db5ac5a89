package club.vafa.spending;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse a spend, or a change of how careful the club is. */
public enum SpendingCode implements ProblemCode {
  SPEND_UNCONFIRMED(Kind.REFUSED),
  CONFIRMATION_NOT_VALID(Kind.REFUSED),
  CONFIRMATION_NOT_FOUND(Kind.NOT_FOUND),
  CONFIRMATION_CODE_WRONG(Kind.REFUSED),
  CONFIRMATION_TOO_MANY(Kind.TOO_MANY),
  ALLOWANCE_NOT_VALID(Kind.REFUSED),
  ALLOWANCE_EXCEEDED(Kind.REFUSED),
  SPENDING_ABOVE(Kind.REFUSED),
  SPENDING_OFFLINE(Kind.REFUSED),
  UNBOOKED_NOT_FOUND(Kind.NOT_FOUND),
  UNBOOKED_DONE(Kind.CONFLICT),
  UNBOOKED_CHANGED(Kind.CONFLICT);

  private final Kind kind;

  SpendingCode(Kind kind) {
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
