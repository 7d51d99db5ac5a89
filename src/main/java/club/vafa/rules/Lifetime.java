package club.vafa.rules;

import org.jspecify.annotations.Nullable;

/**
 * How long one rule's award lives, where it departs from what its unit says.
 *
 * @param expires null when the unit's own expiry holds
 * @param pending null when the unit's own waiting time holds
 */
public record Lifetime(@Nullable Expires expires, @Nullable Pending pending) {
  /** The unit's own rules hold. */
  public static final Lifetime OF_UNIT = new Lifetime(null, null);

  /** When the award ends. */
  public sealed interface Expires {
    /** It stays. */
    record Never() implements Expires {}

    /** So long after it becomes usable, stretched to the end of a period. */
    record After(int months, int days, EndOf endOf) implements Expires {}

    /** At the end of the running period, or so many periods later. */
    record AtEndOf(EndOf endOf, int later) implements Expires {}
  }

  /** How long the award waits before it can be spent. */
  public sealed interface Pending {
    /** Not at all. */
    record None() implements Pending {}

    /** So many days. */
    record Days(int days) implements Pending {}

    /** Until an event of this type is recorded for the member. */
    record Event(String type) implements Pending {}

    /** Until the member buys again. */
    record NextVisit() implements Pending {}
  }

  /** The period whose end an expiry is stretched to, in the club's calendar. */
  public enum EndOf {
    INSTANT,
    DAY,
    MONTH,
    YEAR
  }
}
