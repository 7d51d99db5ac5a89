package club.vafa.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a second person is to approve: a campaign published or resumed, the club's safety or
 * program.
 */
public sealed interface NewApproval {
  /** Who asks. */
  String actor();

  @Nullable String note();

  /** Publishes the draft as it is now. */
  record Publish(
      CampaignId campaign, @Nullable Instant effectiveFrom, @Nullable String note, String actor)
      implements NewApproval {}

  /** Lets a paused campaign run again. */
  record Resume(CampaignId campaign, @Nullable String note, String actor) implements NewApproval {}

  /** Publishes the whole program, which the room above reads out of what it says here. */
  record Program(JsonNode what, @Nullable Instant at, @Nullable String note, String actor)
      implements NewApproval {}

  /** Lays down something else for all campaigns. */
  record LayDown(Safety safety, @Nullable String note, String actor) implements NewApproval {}
}
