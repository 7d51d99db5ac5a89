package club.vafa.spending;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A question to a member whether they spend. */
public record ConfirmationId(UUID value) {
  public static final String PREFIX = "cnf";

  public static Optional<ConfirmationId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(ConfirmationId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
