package club.vafa.settlement;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A movement that a partner does not accept. */
public record DisputeId(UUID value) {
  public static final String PREFIX = "dis";

  public static Optional<DisputeId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(DisputeId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
