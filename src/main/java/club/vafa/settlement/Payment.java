package club.vafa.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came from a partner into the kitty, or went from it to one when it is below zero.
 *
 * @param amount minor units of money
 * @param pack the units it bought, at the price of its day; null when it bought none
 */
public record Payment(
    UUID id,
    String partner,
    LocalDate day,
    long amount,
    @Nullable Pack pack,
    @Nullable String note,
    Instant madeAt,
    String actor) {
  public static final String PREFIX = "spy";

  /** Units bought in advance. */
  public record Pack(int unit, long units) {}
}
