package club.vafa.earning.web;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When activities may have happened: since 1970, and at most a day ahead of our clock. */
final class Times {
  private static final Duration AHEAD = Duration.ofDays(1);

  private Times() {}

  static Instant past(Input input, String pointer, Instant at, Instant now) {
    if (at.isBefore(Instant.EPOCH) || at.isAfter(now.plus(AHEAD))) {
      input.refuse(pointer, InputCode.TIME_OUT_OF_RANGE);
      return now;
    }
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
