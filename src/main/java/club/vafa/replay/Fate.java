package club.vafa.replay;

import java.time.Instant;
import java.util.Arrays;

/**
 * What became of one member, small enough to be kept of everybody. Minor units of money.
 *
 * @param unitsApart units more under the draft, all kinds together: what tells members apart where
 *     units have no worth
 */
record Fate(Instant first, Instant last, long spent, long draft, long live, long unitsApart) {
  static Fate of(Life life) {
    long apart = Arrays.stream(life.draft.units).sum() - Arrays.stream(life.live.units).sum();
    return new Fate(
        life.first, life.last, life.spent, life.draft.value(), life.live.value(), apart);
  }

  /** Above zero for who is better off under the draft. */
  int compared() {
    long difference = draft - live;
    return Long.signum(difference == 0 ? unitsApart : difference);
  }
}
