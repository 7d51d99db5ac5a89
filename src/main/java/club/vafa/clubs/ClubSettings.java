package club.vafa.clubs;

import club.vafa.clubs.Club.GiftCardsEarn;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Settings to change; what is null stays. */
public record ClubSettings(
    @Nullable String name,
    @Nullable Language language,
    @Nullable Boolean walletPaidEarns,
    @Nullable GiftCardsEarn giftCardsEarn,
    @Nullable ReturnPolicy returnPolicy) {

  /** The club with these settings changed. */
  Club on(Club club) {
    return new Club(
        club.id(),
        club.code(),
        name == null ? club.name() : name,
        club.currency(),
        club.zone(),
        club.calendar(),
        language == null ? club.language() : language,
        club.region(),
        walletPaidEarns == null ? club.walletPaidEarns() : walletPaidEarns,
        giftCardsEarn == null ? club.giftCardsEarn() : giftCardsEarn,
        returnPolicy == null ? club.returnPolicy() : returnPolicy,
        club.units());
  }
}
