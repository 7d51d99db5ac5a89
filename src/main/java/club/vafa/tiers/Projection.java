package club.vafa.tiers;

import club.vafa.tiers.TierSet.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands in one set, and what lies ahead.
 *
 * @param tier null when none is reached yet
 * @param since null when the member has always stood there
 * @param grace the last day of grace, while it runs
 * @param progress by measure, in the days that count now
 * @param next what is missing to the next tier; null at the top
 * @param keep what is missing to keep the tier; null when it needs no keeping
 */
public record Projection(
    TierSet set,
    TierSet.@Nullable Tier tier,
    @Nullable Instant since,
    @Nullable LocalDate until,
    @Nullable LocalDate grace,
    @Nullable GivenTier given,
    List<Done> progress,
    @Nullable Goal next,
    @Nullable Goal keep) {

  /** How much was done between two days. */
  public record Done(
      Measure measure, long amount, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /**
   * A tier to reach or to keep.
   *
   * @param by the last day for it; null when there is none
   * @param reached whether nothing is missing any more
   * @param missing what is missing of each measure; one or all of it, as the set says
   */
  public record Goal(
      TierSet.Tier tier, @Nullable LocalDate by, boolean reached, List<Missing> missing) {}

  /** How much is done of what is needed. */
  public record Missing(Measure measure, long needed, long done) {
    public long left() {
      return Math.max(0, needed - done);
    }
  }
}
