package club.vafa.settlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement that a partner does not accept, and what became of that.
 *
 * @param partner on whose account the movement stands
 * @param decision null while it is open
 */
public record Dispute(
    DisputeId id,
    UUID movement,
    String partner,
    String reason,
    Instant raisedAt,
    String raisedBy,
    State state,
    @Nullable Decision decision) {

  /** What became of it. */
  public enum State {
    OPEN,
    ACCEPTED,
    REJECTED
  }

  /**
   * How it was decided.
   *
   * @param branch where the movement belongs instead; null when nowhere
   */
  public record Decision(@Nullable String branch, String answer, Instant at, String by) {}

  Dispute decided(State how, Decision what) {
    return new Dispute(id, movement, partner, reason, raisedAt, raisedBy, how, what);
  }
}
