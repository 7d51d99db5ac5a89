package club.vafa.rewards;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A claim of a reward. */
public record ClaimId(UUID value) {
  public static final String PREFIX = "clm";

  public static Optional<ClaimId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(ClaimId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
