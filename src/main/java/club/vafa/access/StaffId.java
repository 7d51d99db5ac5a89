package club.vafa.access;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Somebody who works in a club. */
public record StaffId(UUID value) {
  public static final String PREFIX = "stf";

  public static Optional<StaffId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(StaffId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
