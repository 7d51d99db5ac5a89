package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the past is gone through, and along what.
 *
 * @param before the first instant that is left out; null when none is
 * @param members whose; nobody named means everybody
 * @param events whether the club's own events come along
 * @param details what is read of how purchases were decided
 */
public record PastQuery(
    Along along, @Nullable Instant before, Set<MemberId> members, boolean events, Details details) {
  public PastQuery {
    members = Set.copyOf(members);
  }

  /**
   * Of which purchases it is read how they were decided, besides those that wallets paid for.
   * Looking for it takes longer than all else, so that nobody asks in vain.
   *
   * @param coupons of those that brought coupons
   * @param cards of those that were made with a card
   * @param before of all from before an instant; null for none
   */
  public record Details(boolean coupons, boolean cards, @Nullable Instant before) {
    public static final Details NONE = new Details(false, false, null);
  }

  /** What comes after what. */
  public enum Along {
    /** As it was recorded, whoever it was. */
    TIME,
    /** All of one member, then all of the next; of one member in no order. */
    MEMBERS
  }

  /**
   * What there is to go through: purchases of members, and when the first and the last happened;
   * null when there is none.
   */
  public record Extent(long purchases, @Nullable Instant first, @Nullable Instant last) {
    /** Both together. */
    Extent plus(Extent more) {
      return new Extent(
          purchases + more.purchases,
          first == null || (more.first != null && more.first.isBefore(first)) ? more.first : first,
          last == null || (more.last != null && more.last.isAfter(last)) ? more.last : last);
    }
  }
}
