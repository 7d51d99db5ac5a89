package club.vafa.rewards;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reward of the catalogue.
 *
 * @param version of what is published; 0 when nothing is yet
 * @param draft what would be published next
 * @param published what counts
 */
public record Reward(
    RewardId id,
    String code,
    State state,
    int version,
    @Nullable RewardTerms draft,
    @Nullable RewardTerms published,
    Instant createdAt,
    Instant changedAt,
    String changedBy) {

  /** Where it is in its life. */
  public enum State {
    DRAFT,
    LIVE,
    ENDED
  }

  /** The terms of vouchers it gives now; nothing when it is not live or gives none. */
  Optional<VoucherTerms> vouchers() {
    return state == State.LIVE && published != null
        ? Optional.ofNullable(published.voucher())
        : Optional.empty();
  }
}
