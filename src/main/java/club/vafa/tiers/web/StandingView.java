package club.vafa.tiers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands in one set of tiers, and what lies ahead.
 *
 * @param tier missing when none is reached yet
 * @param since missing when the member has always stood there
 * @param until the last day of the tier; missing when it has none
 * @param grace the last day of grace, while it runs
 * @param next what leads to the next tier; missing at the top
 * @param keep what keeps the tier beyond its last day; missing when nothing does or needs to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StandingView(
    String set,
    String name,
    @Nullable TierView tier,
    @Nullable Instant since,
    @Nullable LocalDate until,
    @Nullable LocalDate grace,
    @Nullable GivenView given,
    List<ProgressView> progress,
    @Nullable GoalView next,
    @Nullable GoalView keep) {

  /** A tier, named and described in the reader's language. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TierView(
      String code, String name, @Nullable String color, @Nullable String benefits) {}

  /** A tier that was given by hand: manual, matched or imported. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GivenView(
      String tier,
      String kind,
      @Nullable LocalDate until,
      String by,
      String reason,
      Instant since) {}

  /** How much was done of what counts: spend, earned, visits or tenure in months. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ProgressView(
      String by,
      @Nullable String unit,
      String amount,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /**
   * A tier to reach or to keep.
   *
   * @param by the last day for it; missing when there is none
   * @param match whether any or all of it is needed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GoalView(
      String tier,
      @Nullable LocalDate by,
      boolean reached,
      String match,
      List<MissingView> missing,
      String sentence) {}

  /** How much of a measure is needed, done and missing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MissingView(
      String by, @Nullable String unit, String needed, String done, String missing) {}
}
