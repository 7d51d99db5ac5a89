package club.vafa.replay;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** The sales of a file that can be replayed. */
public record PastId(UUID value) {
  public static final String PREFIX = "pst";

  public static Optional<PastId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(PastId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
