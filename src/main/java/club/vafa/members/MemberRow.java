package club.vafa.members;

import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the main act needs to know of a member.
 *
 * @param locale the language tag the member prefers
 * @param mergedInto under which id a merged member goes on
 * @param version how often what is known of the member changed, what they are recognised by too
 */
public record MemberRow(
    MemberId id,
    MemberState state,
    Instant joinedAt,
    @Nullable LocalDate birthDate,
    @Nullable String locale,
    @Nullable MemberId mergedInto,
    int version) {
  /** Whether the member earns and spends. */
  public boolean active() {
    return state == MemberState.ACTIVE;
  }

  /** Why the member takes no part; empty when it does. */
  public Optional<Refusal> refusal() {
    return switch (state) {
      case ACTIVE -> Optional.empty();
      case BLOCKED -> Optional.of(Refusal.of(MemberCode.MEMBER_BLOCKED));
      case ERASED -> Optional.of(Refusal.of(MemberCode.MEMBER_ERASED));
      case MERGED ->
          Optional.of(
              Refusal.at(
                  "", MemberCode.MEMBER_MERGED, Map.of("member", String.valueOf(mergedInto))));
    };
  }
}
