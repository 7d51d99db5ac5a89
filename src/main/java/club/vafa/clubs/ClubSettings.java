package club.vafa.clubs;

import club.vafa.clubs.Club.GiftCardsEarn;
import club.vafa.clubs.Club.Look;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Settings to change; what is null stays. */
public record ClubSettings(
    @Nullable String name,
    @Nullable Language language,
    @Nullable Boolean walletPaidEarns,
    @Nullable GiftCardsEarn giftCardsEarn,
    @Nullable ReturnPolicy returnPolicy,
    @Nullable Boolean toman) {
  /** These with what pages ask for at the beginning. */
  public static ClubSettings of(String name, Language language, @Nullable Boolean toman) {
    return new ClubSettings(name, language, null, null, null, toman);
  }

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
        toman == null ? club.look() : new Look(club.look().brand(), toman),
        club.units());
  }
}
