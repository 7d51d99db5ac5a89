package club.vafa.cards;

import club.vafa.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A card to give to a member.
 *
 * @param replaces the card it takes the place of
 */
public record NewCard(
    MemberId member, String number, @Nullable String type, @Nullable CardId replaces) {}
