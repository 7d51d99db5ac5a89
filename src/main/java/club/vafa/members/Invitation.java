package club.vafa.members;

import club.vafa.kernel.MemberId;
import club.vafa.members.Household.Role;

/**
 * Somebody to have in a household.
 *
 * @param consented whether they, or for a child the guardian, have said yes already
 */
public record Invitation(MemberId member, Role role, boolean consented) {}
