package club.vafa.rewards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Codes that are made together in the background.
 *
 * @param version of the reward whose terms they keep
 * @param active whether whoever brings one may use it; else they wait to be handed out
 */
public record Batch(
    BatchId id,
    RewardId reward,
    int version,
    long wanted,
    long made,
    boolean active,
    @Nullable Instant expiresAt,
    String madeBy,
    Instant madeAt) {}
