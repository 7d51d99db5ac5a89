package club.vafa.rewards;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A kind of stamp card of a club. */
public record StampCardId(UUID value) {
  public static final String PREFIX = "stc";

  public static Optional<StampCardId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(StampCardId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
