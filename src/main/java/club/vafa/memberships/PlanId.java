package club.vafa.memberships;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A plan of a club. */
public record PlanId(UUID value) {
  public static final String PREFIX = "pln";

  public static Optional<PlanId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(PlanId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
