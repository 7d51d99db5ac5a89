package club.vafa.rules;

import org.jspecify.annotations.Nullable;

/**
 * What a club lays down for all its campaigns together. Percentages have four decimals: a million
 * is all of it.
 *
 * @param marginShare the most of a sale's margin that may be given on it, or null for no guard
 * @param assumedMargin the margin of lines whose cost is unknown, as a share of their price; null
 *     leaves them outside the guard
 * @param most how many campaigns a sale may have when that is what {@code stacking} says
 * @param control the share of members that campaigns leave alone
 */
public record Policy(
    @Nullable Long marginShare,
    @Nullable Long assumedMargin,
    Stacking stacking,
    int most,
    long control) {
  /** A hundred per cent. */
  public static final long WHOLE = 1_000_000;

  /** The decimals of a percentage. */
  public static final int DECIMALS = 4;

  /** Everything is allowed, and nobody is in the control group. */
  public static final Policy OPEN = new Policy(null, null, Stacking.ALL, 0, 0);

  /** How campaigns that have kept their lanes go together on one sale. */
  public enum Stacking {
    ALL,
    /** The one that is worth most to the member. */
    BEST,
    /** So many, the highest priority first. */
    AT_MOST
  }
}
