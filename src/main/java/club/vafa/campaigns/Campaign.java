package club.vafa.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A campaign as its owner sees it.
 *
 * @param version the latest published version, 0 when none was published yet
 * @param draft the definition being worked on, or null when it equals what is published
 * @param published the definition of the latest published version, or null
 */
public record Campaign(
    CampaignId id,
    String code,
    State state,
    int version,
    @Nullable JsonNode draft,
    @Nullable JsonNode published,
    Instant createdAt,
    Instant updatedAt) {

  /** Where a campaign is in its life. */
  public enum State {
    DRAFT,
    LIVE,
    PAUSED,
    ENDED
  }
}
