package club.vafa.cards.gifts;

/**
 * What a club owes on its gift cards, at a glance.
 *
 * @param waiting cards that were made and not yet activated, which owe nothing
 * @param active cards that can be spent
 * @param outstanding what is on all cards together, in minor units of the club's money
 */
public record GiftsOwed(long waiting, long active, long outstanding) {}
