package club.vafa.replay;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A replay of a club. */
public record ReplayId(UUID value) {
  public static final String PREFIX = "rpl";

  public static Optional<ReplayId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(ReplayId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
