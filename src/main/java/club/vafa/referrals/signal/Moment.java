package club.vafa.referrals.signal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Being somewhere at a time. */
public record Moment(Instant at, @Nullable String branch, @Nullable String terminal) {
  boolean near(Moment other, long minutes) {
    return Duration.between(at, other.at).abs().compareTo(Duration.ofMinutes(minutes)) <= 0;
  }
}
