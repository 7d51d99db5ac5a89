package club.vafa.settlement;

import club.vafa.kernel.MemberId;
import club.vafa.kernel.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry behind a line of a statement.
 *
 * @param place the branch or reward, such as {@code branch:baker}
 * @param issuer the partner that gave the units; empty when nobody did
 * @param day on whose account it stands
 * @param priceDay whose prices it has: the day of the sale that came back, for instance
 * @param document what caused it
 * @param units minor units; below zero in a correction that takes off
 * @param rate minor units of money for one minor unit; null where there was no price
 * @param money what the partner owes for it, rounded by itself
 * @param corrects the movement a correction is about
 */
public record Moved(
    UUID id,
    What what,
    int unit,
    String place,
    String issuer,
    MemberId member,
    UUID document,
    LocalDate day,
    LocalDate priceDay,
    Instant at,
    long units,
    @Nullable Rate rate,
    long money,
    @Nullable UUID corrects) {
  public static final String PREFIX = "mov";
}
