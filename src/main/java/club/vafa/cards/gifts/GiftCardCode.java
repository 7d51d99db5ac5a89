package club.vafa.cards.gifts;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something about a gift card. */
public enum GiftCardCode implements ProblemCode {
  /** By id, which only who manages cards knows. */
  GIFT_CARD_NOT_FOUND(Kind.NOT_FOUND),
  /** By code: unknown, blocked, ended and not yet active all sound the same. */
  GIFT_CARD_NOT_USABLE(Kind.REFUSED),
  GIFT_CARD_GUESSES(Kind.TOO_MANY),
  GIFT_CARD_TWICE(Kind.REFUSED),
  GIFT_CARD_INSUFFICIENT(Kind.REFUSED),
  GIFT_CARD_SPENT(Kind.CONFLICT),
  GIFT_CARD_EXISTS(Kind.CONFLICT),
  GIFT_CARD_STATE(Kind.CONFLICT),
  GIFT_CARD_FACE(Kind.REFUSED),
  GIFT_CARD_PATTERN(Kind.REFUSED),
  GIFT_CARD_COUNT(Kind.REFUSED),
  GIFT_CARD_MONTHS(Kind.REFUSED),
  GIFT_CARD_SAME(Kind.REFUSED),
  GIFT_CARD_TOO_MUCH(Kind.REFUSED);

  private final Kind kind;

  GiftCardCode(Kind kind) {
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
