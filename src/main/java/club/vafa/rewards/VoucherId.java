package club.vafa.rewards;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A voucher of a club. */
public record VoucherId(UUID value) {
  public static final String PREFIX = "vch";

  public static Optional<VoucherId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(VoucherId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
