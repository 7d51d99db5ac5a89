package club.vafa.rules.amount;

import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder; it has either a percentage or an amount.
 *
 * @param from where it begins: minor units of money, or thousandths of pieces
 * @param percent in millionths
 * @param give minor units of what is given
 */
public record Step(long from, @Nullable Long percent, @Nullable Long give) {}
