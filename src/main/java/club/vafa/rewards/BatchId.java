package club.vafa.rewards;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A batch of vouchers that are made together. */
public record BatchId(UUID value) {
  public static final String PREFIX = "vba";

  public static Optional<BatchId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(BatchId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
