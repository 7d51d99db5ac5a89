package club.vafa.campaigns;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A campaign of a club. */
public record CampaignId(UUID value) {
  public static final String PREFIX = "cmp";

  public static Optional<CampaignId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(CampaignId::new);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
