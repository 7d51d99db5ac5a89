package club.vafa.access;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** An API key of a club. */
public record KeyId(UUID value) {
  public static final String PREFIX = "key";

  public static Optional<KeyId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(KeyId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
