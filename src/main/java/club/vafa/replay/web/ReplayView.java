package club.vafa.replay.web;

import club.vafa.replay.NewReplay;
import club.vafa.replay.Replay;
import club.vafa.replay.ReplayResult;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A replay as the API tells it.
 *
 * @param progress how far it is
 * @param result once it is done; lists leave it out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayView(
    String id,
    String state,
    NewReplay asked,
    String askedBy,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Progress progress,
    @Nullable String failure,
    @Nullable ReplayResult result) {

  /**
   * How far a replay is.
   *
   * @param percent of all, 0 to 100
   * @param perSecond purchases, since it began
   * @param secondsLeft at that rate; only while it runs
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Progress(
      long done, long total, long percent, long perSecond, @Nullable Long secondsLeft) {

    static Progress of(Replay replay, Instant now) {
      long total = replay.total();
      long done = Math.min(replay.done(), total);
      Instant start = replay.startedAt();
      Instant end = replay.endedAt() == null ? now : replay.endedAt();
      long millis = start == null ? 0 : Math.max(1, Duration.between(start, end).toMillis());
      long rate = millis == 0 ? 0 : done * 1000 / millis;
      boolean runs = replay.state() == Replay.State.RUNNING;
      return new Progress(
          done,
          total,
          total == 0 ? 0 : done * 100 / total,
          rate,
          runs && rate > 0 ? Long.valueOf((total - done + rate - 1) / rate) : null);
    }
  }

  static ReplayView of(Replay replay, Instant now) {
    return new ReplayView(
        replay.id().toString(),
        replay.state().name().toLowerCase(Locale.ROOT),
        replay.asked(),
        replay.askedBy(),
        replay.askedAt(),
        replay.startedAt(),
        replay.endedAt(),
        Progress.of(replay, now),
        replay.failure(),
        replay.result());
  }
}
