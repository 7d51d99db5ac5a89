package club.vafa.cards.web;

import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCardId;
import club.vafa.cards.gifts.GiftEntry;
import club.vafa.cards.gifts.GiftLiability;
import club.vafa.cards.gifts.NewGiftCard;
import club.vafa.clubs.Club;
import club.vafa.kernel.Money;
import club.vafa.kernel.TypeId;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gift card as the API tells it; its code is never told again.
 *
 * @param state issued, active, partially_redeemed, redeemed, blocked, expired or replaced
 * @param face what it is worth once it is activated; missing when that is decided at the till
 */
@Schema(name = "GiftCard")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GiftCardOut(
    GiftCardId id,
    String lastFour,
    String state,
    String currency,
    @Nullable String face,
    String balance,
    @Nullable String batch,
    @Nullable String externalId,
    @Nullable Integer validMonths,
    Instant issuedAt,
    @Nullable Instant activatedAt,
    @Nullable Instant expiresAt,
    @Nullable GiftCardId replacedBy) {
  static final String BATCH = "gfb";

  static GiftCardOut of(Club club, GiftCard card) {
    return new GiftCardOut(
        card.id(),
        card.lastFour(),
        state(card),
        club.currency().getCurrencyCode(),
        card.face() == 0 ? null : money(club, card.face()),
        money(club, card.balance()),
        card.batch() == null ? null : batch(card.batch()),
        card.externalId(),
        card.validMonths(),
        card.issuedAt(),
        card.activatedAt(),
        card.expiresAt(),
        card.replacedBy());
  }

  private static String state(GiftCard card) {
    if (card.state() != GiftCard.State.ACTIVE || card.balance() == card.funded()) {
      return card.state().name().toLowerCase(Locale.ROOT);
    }
    return card.balance() == 0 ? "redeemed" : "partially_redeemed";
  }

  static String batch(@Nullable UUID batch) {
    return batch == null ? "" : TypeId.text(BATCH, batch);
  }

  private static String money(Club club, long minor) {
    return new Money(minor, club.currency()).amount();
  }

  /** A card that was just made, with its code; without it when the answer is given again. */
  @Schema(name = "NewGiftCard")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MadeOut(@Nullable String code, GiftCardOut card) {
    static MadeOut of(Club club, NewGiftCard.Made made) {
      return new MadeOut(made.code(), GiftCardOut.of(club, made.card()));
    }

    MadeOut withoutCode() {
      return new MadeOut(null, card);
    }

    @Override
    public String toString() {
      return "MadeOut[" + card.id() + "]";
    }
  }

  /** A row of a card's journal. */
  @Schema(name = "GiftCardEntry")
  record EntryOut(
      int number,
      GiftEntry.Kind type,
      String amount,
      GiftEntry.Account from,
      GiftEntry.Account to,
      String balance,
      String cause,
      @Nullable String actor,
      @Nullable String reason,
      Instant occurredAt) {
    static EntryOut of(Club club, GiftEntry entry) {
      GiftEntry.Cause cause = entry.cause();
      String prefix =
          switch (cause.document()) {
            case PURCHASE -> "pur";
            case RETURN -> "ret";
            case STAFF -> "gfa";
            case SCHEDULE -> "due";
          };
      return new EntryOut(
          entry.seq(),
          entry.kind(),
          money(club, entry.amount()),
          entry.kind().from(),
          entry.kind().to(),
          money(club, entry.balance()),
          TypeId.text(prefix, cause.id()),
          cause.actor(),
          cause.reason(),
          entry.at());
    }
  }

  /**
   * What a club owes on its gift cards: paidIn = outstanding + spent + expired + paidOut.
   *
   * @param waiting cards that were made and never activated, which owe nothing
   * @param waitingFace what they will be worth
   * @param usable what is on active cards
   * @param blocked what is on blocked cards
   */
  @Schema(name = "GiftCardLiability")
  record LiabilityOut(
      String currency,
      long waiting,
      String waitingFace,
      long active,
      String usable,
      String blocked,
      String paidIn,
      String spent,
      String expired,
      String paidOut,
      String outstanding) {
    static LiabilityOut of(Club club, GiftLiability owed) {
      return new LiabilityOut(
          club.currency().getCurrencyCode(),
          owed.waiting(),
          money(club, owed.waitingFace()),
          owed.active(),
          money(club, owed.usable()),
          money(club, owed.blocked()),
          money(club, owed.paidIn()),
          money(club, owed.spent()),
          money(club, owed.expired()),
          money(club, owed.paidOut()),
          money(club, owed.outstanding()));
    }
  }
}
