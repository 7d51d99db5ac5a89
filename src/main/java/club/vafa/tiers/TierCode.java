package club.vafa.tiers;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something about tiers. */
public enum TierCode implements ProblemCode {
  TIER_SET_NOT_FOUND(Kind.NOT_FOUND),
  TIER_SET_ENDED(Kind.CONFLICT),
  /** Codes are lower case letters, digits, hyphens and underscores. */
  TIER_CODE_FORM(Kind.REFUSED),
  /** Another tier of the club has this code. */
  TIER_CODE_TAKEN(Kind.REFUSED),
  /** A tier that was given stays in its set. */
  TIER_GONE(Kind.REFUSED),
  TIER_UNKNOWN(Kind.REFUSED),
  TIER_COLOR_FORM(Kind.REFUSED),
  TIER_NUMBER_RANGE(Kind.REFUSED),
  /** The period lacks what its kind needs. */
  TIER_PERIOD_FORM(Kind.REFUSED),
  /** Only the months and years of a calendar have an end. */
  TIER_CALENDAR_NEEDED(Kind.REFUSED),
  /** Only the lowest tier may ask for nothing. */
  TIER_NEEDS_MISSING(Kind.REFUSED),
  /** All tiers of a set are measured alike. */
  TIER_NEEDS_DIFFER(Kind.REFUSED),
  /** A higher tier asks for more. */
  TIER_NEEDS_NOT_RISING(Kind.REFUSED),
  /** The same measure twice in one tier. */
  TIER_MEASURE_TWICE(Kind.REFUSED),
  /** The end of a standing given by hand lies in the past. */
  TIER_UNTIL_PAST(Kind.REFUSED),
  /** No standing given by hand is there to be undone. */
  TIER_NOTHING_TO_UNDO(Kind.CONFLICT);

  private final Kind kind;

  TierCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
