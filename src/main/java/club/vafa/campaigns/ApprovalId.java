package club.vafa.campaigns;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** What somebody asked a second person to approve. */
public record ApprovalId(UUID value) {
  public static final String PREFIX = "apv";

  public static Optional<ApprovalId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(ApprovalId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
