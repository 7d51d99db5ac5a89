package club.vafa.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program that is being worked on.
 *
 * @param file as it was put, with its comments
 * @param base what was live when it was made, as a file
 * @param goLive when and why it goes live by itself; null when no time is set
 * @param problem the code of what kept it from going live at its time, or null
 */
public record Draft(
    String name,
    State state,
    String file,
    String base,
    @Nullable GoLive goLive,
    @Nullable String problem,
    String changedBy,
    Instant createdAt,
    Instant updatedAt) {

  /** Where a draft is in its life. */
  public enum State {
    OPEN,
    SCHEDULED,
    /** Its time has come and something stands in the way. */
    WAITING,
    PUBLISHED
  }

  /**
   * How a draft goes live.
   *
   * @param rebase whether it is carried over what changed meanwhile, when nothing conflicts
   * @param approvedBy the second person, or null
   */
  public record GoLive(
      Instant at, boolean rebase, String reason, String by, @Nullable String approvedBy) {}
}
