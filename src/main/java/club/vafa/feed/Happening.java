package club.vafa.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param kind stable, dotted: {@code member.enrolled}, {@code purchase.recorded}
 * @param subject the id of what it happened to; also the follower's idempotency key
 * @param payload JSON where the subject alone does not tell enough
 */
public record Happening(
    String kind, UUID subject, @Nullable String payload, Instant at) {}
