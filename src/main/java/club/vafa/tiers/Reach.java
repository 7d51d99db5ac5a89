package club.vafa.tiers;

import club.vafa.clubs.Club;
import java.time.LocalDate;
import java.util.List;

/**
 * How far back what was done still matters to some sets.
 *
 * @param days before a standing's last change; what is older is out of every window
 * @param ever whether a set counts all time, so that older days matter too, but only as their sum
 */
record Reach(int days, boolean ever) {
  /** As far as anybody can have done anything, day by day. */
  static final Reach WHOLE = new Reach(700_000, false);

  static Reach of(Club club, List<TierSet> sets) {
    return new Reach(
        sets.stream().mapToInt(set -> new Ladder(club, set).reach()).max().orElse(0),
        sets.stream().anyMatch(set -> set.period() instanceof TierSet.Period.Ever));
  }

  /** The first day that matters by itself to a standing of this day. */
  LocalDate from(LocalDate asOf) {
    return asOf.minusDays(days);
  }
}
