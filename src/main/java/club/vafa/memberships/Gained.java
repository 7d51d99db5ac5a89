package club.vafa.memberships;

/**
 * What members gained by a membership in one period: discounts, and units at their worth, minor
 * units of money. What a return takes back is below zero.
 *
 * @param sales in how many purchases and events
 */
public record Gained(MembershipId membership, int period, long discounts, long worth, long sales) {}
