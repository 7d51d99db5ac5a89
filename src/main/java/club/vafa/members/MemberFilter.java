package club.vafa.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which members a list shows, and in which order.
 *
 * @param wanted what was typed: a phone, an address, a card, an own id, or parts of a name; empty
 *     for everybody
 * @param state null for those who take part or are blocked
 * @param from who joined at this instant or later; null for everybody
 * @param until who joined before it; null for everybody
 * @param phone whether they have a telephone; null for both
 */
public record MemberFilter(
    String wanted,
    @Nullable MemberState state,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Boolean phone,
    Order order,
    boolean descending) {

  /** By what the list is in order. */
  public enum Order {
    JOINED,
    NAME
  }
}
