package club.vafa.members;

import club.vafa.kernel.MemberId;

/**
 * Whom something belonged to, and which version the member had then: as long as they have it, it is
 * theirs.
 */
public record Known(MemberId member, int version) {}
