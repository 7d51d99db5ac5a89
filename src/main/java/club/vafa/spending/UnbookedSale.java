package club.vafa.spending;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale that a till could not book when it sent it.
 *
 * @param number on its receipt
 * @param who the customer, as the till knew them; empty once it has been dealt with
 * @param total in minor units, before what the club takes off
 * @param sale what was sent; null once it has been dealt with
 * @param code of the first reason
 * @param reason as the till was told
 * @param reportedBy the cashier at the till
 * @param note of whoever dealt with it
 */
public record UnbookedSale(
    UnbookedId id,
    String number,
    String who,
    long total,
    @Nullable String sale,
    String code,
    String reason,
    Instant occurredAt,
    Instant reportedAt,
    String reportedBy,
    State state,
    String note,
    @Nullable Instant doneAt,
    @Nullable String doneBy) {

  /** Tells this report from another one of the same sale. */
  public String seen() {
    String told = who + '\n' + sale + '\n' + reason;
    return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What became of it. */
  public enum State {
    OPEN,
    /** The club booked it as it was. */
    BOOKED,
    /** It was given up. */
    DROPPED,
    /** The till sent it again with what was wrong mended. */
    MENDED
  }
}
