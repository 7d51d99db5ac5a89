package club.vafa.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay that was asked for.
 *
 * @param asked with every definition spelled out as it was then
 * @param done how many purchases it has gone through, of how many
 * @param failure what broke it, for whoever runs the installation
 */
public record Replay(
    ReplayId id,
    State state,
    NewReplay asked,
    String askedBy,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long done,
    long total,
    @Nullable String failure,
    @Nullable ReplayResult result) {

  /** Where a replay is in its life. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** Vafa stopped while it ran. */
    INTERRUPTED;

    /** Whether nothing more comes of it by itself. */
    public boolean over() {
      return this != WAITING && this != RUNNING;
    }
  }

  /** Whether it ended because there are too many members to be kept in memory at once. */
  public boolean crowded() {
    return Crowded.FAILURE.equals(failure);
  }
}
