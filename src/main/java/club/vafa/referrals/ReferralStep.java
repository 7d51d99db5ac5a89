package club.vafa.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a referral at one moment, who did it and why. */
public record ReferralStep(
    ReferralState state, Instant at, String actor, @Nullable String reason) {}
