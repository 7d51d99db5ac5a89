package club.vafa.spending;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A sale that a till could not book. */
public record UnbookedId(UUID value) {
  public static final String PREFIX = "ubk";

  public static Optional<UnbookedId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(UnbookedId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
