package club.vafa.rewards;

import club.vafa.kernel.Language;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of stamp card: so many stamps become a reward.
 *
 * @param unit number of the unit of its stamps
 * @param holes whole stamps it takes
 * @param reward code of the reward it gives
 * @param carries whether stamps beyond the last hole begin the next card
 * @param days how long a started card lives; null when as long as its stamps
 */
public record StampCard(
    StampCardId id,
    String code,
    int unit,
    long holes,
    Map<Language, String> names,
    String reward,
    boolean carries,
    @Nullable Integer days,
    State state,
    Instant createdAt,
    Instant changedAt,
    String changedBy) {
  public StampCard {
    names = Map.copyOf(names);
  }

  /** Where it is in its life. */
  public enum State {
    LIVE,
    ENDED
  }
}
