package club.vafa.tiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands in one set, as it is kept.
 *
 * @param earned tiers earned, the highest last; none means the lowest tier, or none at all
 * @param grace the last day of grace of the highest, when it runs
 * @param given by hand
 * @param past the tiers held before and now, each from when on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SetState(
    List<Held> earned, @Nullable LocalDate grace, @Nullable GivenTier given, List<Since> past) {
  static final SetState NEW = new SetState(null, null, null, null);

  SetState(
      @Nullable List<Held> earned,
      @Nullable LocalDate grace,
      @Nullable GivenTier given,
      @Nullable List<Since> past) {
    this.earned = earned == null ? List.of() : List.copyOf(earned);
    this.grace = grace;
    this.given = given;
    this.past = past == null ? List.of() : List.copyOf(past);
  }

  /** From when on which tier was held. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Since(Instant from, @Nullable String tier) {}
}
