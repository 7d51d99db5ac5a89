package club.vafa.goods;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Something that is sold. */
public record ItemId(UUID value) {
  public static final String PREFIX = "itm";

  public static Optional<ItemId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(ItemId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
