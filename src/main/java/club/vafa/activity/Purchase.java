package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded purchase. Money in minor units of the club's currency.
 *
 * @param program number of the program of campaigns that decided it
 * @param hash of the input, to tell a repetition from a different purchase under the same key
 * @param detail how it was decided, in the form of the room that decided it
 */
public record Purchase(
    UUID id,
    NaturalKey key,
    UUID hash,
    @Nullable MemberId member,
    Instant occurredAt,
    Instant recordedAt,
    long total,
    long discount,
    long paidByWallets,
    long program,
    @Nullable String branch,
    @Nullable String terminal,
    @Nullable String staff,
    List<PurchaseLine> lines,
    String detail) {
  public static final String PREFIX = "pur";
}
