package club.vafa.acts;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are asked for; what is null narrows nothing.
 *
 * @param actor a whole actor, or a person's login
 * @param kind a whole kind, or its first part: everything about campaigns
 * @param from the first instant, and {@code until} the first after the last
 */
public record ActQuery(
    @Nullable String actor,
    @Nullable String kind,
    @Nullable String subject,
    @Nullable MemberId member,
    @Nullable Instant from,
    @Nullable Instant until) {
  public static final ActQuery ALL = new ActQuery(null, null, null, null, null, null);
}
