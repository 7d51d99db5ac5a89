package club.vafa.memberships;

import java.time.LocalDate;

/** So many uses of a limited entitlement; what a return gives back is below zero. */
public record Consumed(MembershipId membership, String entitlement, LocalDate since, long uses) {}
