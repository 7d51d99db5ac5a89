package club.vafa.rewards;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of a list, and in which order; what is null does not narrow it.
 *
 * @param members whose claims
 * @param from the first instant, and {@code until} the first after the last
 */
public record ClaimQuery(
    @Nullable List<MemberId> members,
    Claim.@Nullable State state,
    @Nullable Instant from,
    @Nullable Instant until,
    boolean oldestFirst) {
  public ClaimQuery {
    members = members == null ? null : List.copyOf(members);
  }

  /** All claims of a member, or of everybody, the newest first. */
  public static ClaimQuery of(@Nullable MemberId member) {
    return new ClaimQuery(member == null ? null : List.of(member), null, null, null, false);
  }
}
