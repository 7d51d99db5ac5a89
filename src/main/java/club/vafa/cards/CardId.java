package club.vafa.cards;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A card of a club. */
public record CardId(UUID value) {
  public static final String PREFIX = "crd";

  public static Optional<CardId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(CardId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
