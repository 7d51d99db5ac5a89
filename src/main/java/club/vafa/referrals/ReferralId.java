package club.vafa.referrals;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A referral of a club. */
public record ReferralId(UUID value) {
  public static final String PREFIX = "ref";

  public static Optional<ReferralId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(ReferralId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
