package club.vafa.kernel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one time zone. The stretches of time between two changes of the clocks are
 * remembered, because asking the rules of the zone takes long for who asks for every sale of a
 * past. Safe for many threads.
 */
public final class ZoneTime {
  private static final int KEPT = 64;

  /** Instants of about seven weeks share a place. */
  private static final int STRIDE = 22;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final AtomicReferenceArray<@Nullable Stretch> kept = new AtomicReferenceArray<>(KEPT);

  public ZoneTime(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
  }

  /** Seconds between two changes of the clocks, and how far local time is ahead meanwhile. */
  private record Stretch(long from, long until, int ahead) {}

  public ZoneId zone() {
    return zone;
  }

  /** Seconds of local time since the epoch's first midnight there. */
  public long local(Instant at) {
    long second = at.getEpochSecond();
    int slot = (int) (second >> STRIDE) & (KEPT - 1);
    Stretch known = kept.getPlain(slot);
    if (known == null || second < known.from || second >= known.until) {
      known = stretch(second);
      kept.setRelease(slot, known);
    }
    return second + known.ahead;
  }

  private Stretch stretch(long second) {
    ZoneOffsetTransition before = rules.previousTransition(Instant.ofEpochSecond(second + 1));
    ZoneOffsetTransition after = rules.nextTransition(Instant.ofEpochSecond(second));
    return new Stretch(
        before == null ? Long.MIN_VALUE : before.toEpochSecond(),
        after == null ? Long.MAX_VALUE : after.toEpochSecond(),
        rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds());
  }
}
