package club.vafa.memberships;

import java.time.Instant;

/**
 * A plan as its owner sees it.
 *
 * @param version of the terms, 0 as long as it is a draft
 */
public record Plan(
    PlanId id,
    String code,
    State state,
    int version,
    PlanTerms terms,
    Instant createdAt,
    Instant updatedAt) {

  /** Where a plan is in its life. */
  public enum State {
    DRAFT,
    /** It can be joined. */
    LIVE,
    /** Nobody joins any more, and what runs ends with its period. */
    ENDED
  }

  boolean live() {
    return state == State.LIVE;
  }
}
