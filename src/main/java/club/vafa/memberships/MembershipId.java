package club.vafa.memberships;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Somebody's membership of a plan. */
public record MembershipId(UUID value) {
  public static final String PREFIX = "msh";

  public static Optional<MembershipId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(MembershipId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
