package club.vafa.rewards;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A reward of a club's catalogue. */
public record RewardId(UUID value) {
  public static final String PREFIX = "rwd";

  public static Optional<RewardId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(RewardId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
