package club.vafa.campaigns;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A batch of codes of a coupon. */
public record BatchId(UUID value) {
  public static final String PREFIX = "cpb";

  public static Optional<BatchId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(BatchId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
