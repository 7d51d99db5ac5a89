package club.vafa.memberships;

/**
 * A use of an entitlement that is reported by name.
 *
 * @param document the caller's own name of it, by which it counts once
 * @param back whether it is taken back
 */
public record NewUse(String entitlement, String document, boolean back, String actor) {}
