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
 * @param detailedBefore how purchases from before were decided is read too; null for none
 */
public record PastQuery(
    Along along,
    @Nullable Instant before,
    Set<MemberId> members,
    boolean events,
    @Nullable Instant detailedBefore) {
  public PastQuery {
    members = Set.copyOf(members);
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
  public record Extent(long purchases, @Nullable Instant first, @Nullable Instant last) {}
}
