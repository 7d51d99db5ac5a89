package club.vafa.memberships;

import java.time.LocalDate;
import java.util.Map;

/**
 * A membership that covers a member just now, as its payer or as one of the household.
 *
 * @param period the number of the period that runs
 * @param entitlements what it entitles to, by code
 */
public record Cover(
    MembershipId membership, String plan, int period, Map<String, Allowance> entitlements) {

  /**
   * How often something may still be used.
   *
   * @param since the first day of the stretch of time that uses are counted in
   * @param limit the most uses in it; {@link #UNLIMITED} when they are not counted
   */
  public record Allowance(LocalDate since, long limit, long used) {
    public static final long UNLIMITED = Long.MAX_VALUE;

    public boolean limited() {
      return limit != UNLIMITED;
    }

    public long left() {
      return limited() ? Math.max(0, limit - used) : UNLIMITED;
    }
  }
}
