package club.vafa.clubs;

import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Settings to change; what is null stays. */
public record ClubSettings(
    @Nullable String name,
    @Nullable Language language,
    @Nullable Boolean walletPaidEarns,
    @Nullable ReturnPolicy returnPolicy) {}
