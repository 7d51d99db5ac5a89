package club.vafa.tiers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which tier a member held when, as far back as it is known. */
final class Past {
  private static final int MOST = 40;

  private final Ladder ladder;
  private final List<SetState.Since> held;

  Past(Ladder ladder, List<SetState.Since> held) {
    this.ladder = ladder;
    this.held = new ArrayList<>(held);
  }

  List<SetState.Since> all() {
    return held;
  }

  @Nullable String last() {
    return held.isEmpty() ? ladder.code(ladder.base()) : held.getLast().tier();
  }

  @Nullable String at(Instant at) {
    for (SetState.Since since : held.reversed()) {
      if (!since.from().isAfter(at)) {
        return since.tier();
      }
    }
    return ladder.code(ladder.base());
  }

  /** From then on; what was thought to hold later was found out to be wrong. */
  void add(Instant from, @Nullable String tier) {
    held.removeIf(since -> !since.from().isBefore(from));
    if (!Objects.equals(last(), tier)) {
      held.add(new SetState.Since(from, tier));
    }
    if (held.size() > MOST) {
      held.removeFirst();
    }
  }
}
