package club.vafa.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody asks a second person to approve, and the answer once there is one.
 *
 * @param campaign the one to publish or resume; null for the club's safety or program
 * @param definition the draft as it was when it was asked for; only that may be published. Of a
 *     program it says which draft or version of it
 * @param effectiveFrom from when sales are judged by it; null means from the approval on
 */
public record Approval(
    ApprovalId id,
    Action action,
    @Nullable CampaignId campaign,
    @Nullable JsonNode definition,
    @Nullable Instant effectiveFrom,
    @Nullable Safety safety,
    @Nullable String note,
    String requestedBy,
    Instant requestedAt,
    @Nullable Answer answer) {

  /** What is asked for. */
  public enum Action {
    PUBLISH,
    RESUME,
    SAFETY,
    /** Publishes the whole program, or goes back to a version of it. */
    PROGRAM
  }

  /** What the second person said. */
  public record Answer(boolean approved, @Nullable String reason, String by, Instant at) {}
}
