package club.vafa.referrals;

import club.vafa.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Which referrals to list; what is null does not matter. */
public record ReferralQuery(@Nullable ReferralState state, @Nullable MemberId advocate) {}
