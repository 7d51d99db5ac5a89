package club.vafa.activity;

/**
 * What was sold in a stretch of time.
 *
 * @param sales how many
 * @param members how many members bought
 * @param money after discounts, minor units of the club's money; returns are not taken off
 */
public record Takings(long sales, long members, long money) {}
