package club.vafa.members;

import club.vafa.kernel.MemberId;
import java.time.Instant;

/** Somebody who just joined with a code that leads to a member. */
public record Introduced(MemberId member, Instant joinedAt, Introduction introduction) {}
