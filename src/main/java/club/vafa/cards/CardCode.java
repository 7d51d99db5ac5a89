package club.vafa.cards;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something about a card. */
public enum CardCode implements ProblemCode {
  CARD_NOT_FOUND(Kind.NOT_FOUND),
  CARD_EXISTS(Kind.CONFLICT),
  CARD_BLOCKED(Kind.CONFLICT),
  CARD_LOST(Kind.CONFLICT),
  CARD_REPLACED(Kind.CONFLICT),
  CARD_STATE_CONFLICT(Kind.CONFLICT),
  CARD_NUMBER_INVALID(Kind.REFUSED);

  private final Kind kind;

  CardCode(Kind kind) {
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
