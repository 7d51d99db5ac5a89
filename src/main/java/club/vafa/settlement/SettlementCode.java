package club.vafa.settlement;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why something about a settlement is refused, in the order of asking. */
public enum SettlementCode implements ProblemCode {
  PARTNER_NOT_FOUND(Kind.NOT_FOUND),
  SETTLEMENT_STATEMENT_NOT_FOUND(Kind.NOT_FOUND),
  MOVEMENT_NOT_FOUND(Kind.NOT_FOUND),
  DISPUTE_NOT_FOUND(Kind.NOT_FOUND),
  PARTNER_CODE_FORM(Kind.REFUSED),
  PRICE_TWICE(Kind.REFUSED),
  PRICES_MISSING(Kind.REFUSED),
  PARTNER_BRANCH_UNKNOWN(Kind.REFUSED),
  PARTNER_PLACE_TAKEN(Kind.CONFLICT),
  SETTLEMENT_DAY_CLOSED(Kind.CONFLICT),
  SETTLEMENT_NOT_BEGUN(Kind.CONFLICT),
  SETTLEMENT_DAY_NOT_OVER(Kind.CONFLICT),
  PAYMENT_ZERO(Kind.REFUSED),
  PACK_WITHOUT_PRICE(Kind.REFUSED),
  MOVEMENT_OF_NOBODY(Kind.CONFLICT),
  MOVEMENT_DISPUTED(Kind.CONFLICT),
  DISPUTE_DECIDED(Kind.CONFLICT);

  private final Kind kind;

  SettlementCode(Kind kind) {
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
