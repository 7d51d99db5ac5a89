package club.vafa.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A consent as it is told; without a time it was given now. */
public record NewConsent(
    @Nullable String purpose,
    @Nullable String channel,
    @Nullable Boolean given,
    @Nullable Instant at,
    @Nullable String source) {}
