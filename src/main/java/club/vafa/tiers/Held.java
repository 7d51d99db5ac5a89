package club.vafa.tiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tier a member has earned.
 *
 * @param until the last day it is kept without anything more; null for good
 * @param from the first day of what earned it; null when nothing did, as for one kept in softness
 * @param to the last day of what earned it
 * @param before the same tier as it was held until it was last kept, should that be undone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Held(
    String tier,
    @Nullable LocalDate until,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Instant since,
    @Nullable Held before) {

  /** Kept anew; what lies two renewals back is beyond undoing. */
  Held kept(@Nullable LocalDate longer, @Nullable LocalDate first, @Nullable LocalDate last) {
    Held old = before == null ? this : new Held(tier, until, from, to, since, null);
    return new Held(tier, longer, first, last, since, old);
  }

  boolean over(LocalDate day) {
    return until != null && until.isBefore(day);
  }
}
