package club.vafa.members;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A household of a club. */
public record HouseholdId(UUID value) {
  public static final String PREFIX = "hsh";

  public static Optional<HouseholdId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(HouseholdId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
