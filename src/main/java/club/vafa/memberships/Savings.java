package club.vafa.memberships;

import java.time.LocalDate;

/**
 * What a membership gave in one period and what it cost, minor units.
 *
 * @param discounts off purchases by rules that ask for the plan or for what it entitles to
 * @param worth of the units that such rules awarded, at what they pay
 */
public record Savings(
    int period,
    LocalDate begins,
    LocalDate ends,
    long fee,
    long discounts,
    long worth,
    long sales) {

  public long saved() {
    return Math.addExact(discounts, worth);
  }

  /** What was saved beyond the fee; below zero as long as the fee is not made up for. */
  public long difference() {
    return Math.subtractExact(saved(), fee);
  }
}
