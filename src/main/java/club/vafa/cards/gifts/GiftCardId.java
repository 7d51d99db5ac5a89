package club.vafa.cards.gifts;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A gift card of a club. */
public record GiftCardId(UUID value) {
  public static final String PREFIX = "gft";

  public static Optional<GiftCardId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(GiftCardId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
