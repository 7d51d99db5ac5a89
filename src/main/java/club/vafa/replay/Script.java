package club.vafa.replay;

import club.vafa.activity.PastReturn;
import club.vafa.earning.Buyer;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known before a replay begins.
 *
 * @param months of which is told
 * @param from purchases before it only make members who they are
 * @param end nothing happens from then on
 * @param last when the last purchase was
 * @param occasions that are raised
 * @param buyers everybody who ever joined, or who is asked for
 * @param returns by purchase
 */
record Script(
    Side draft,
    Side live,
    Months.Span months,
    Instant from,
    Instant end,
    Instant last,
    Occasions occasions,
    Map<MemberId, Known> buyers,
    Map<UUID, List<PastReturn>> returns) {

  /**
   * A member as there is one now.
   *
   * @param called by the file that alone knows them; null for members of the club
   */
  record Known(Buyer buyer, Instant joinedAt, boolean active, @Nullable String called) {}

  /** What the file calls somebody; null for members of the club. */
  @Nullable String called(MemberId id) {
    Known known = buyers.get(id);
    return known == null ? null : known.called();
  }

  Known known(MemberId id, Instant at) {
    Known known = buyers.get(id);
    // Somebody who joined after the replay began has no past before that either.
    return known == null
        ? new Known(new Buyer(id, live.program().club().day(at), null, ""), at, true, null)
        : known;
  }

  /** Whether members count who bought nothing. */
  boolean countsAll() {
    return occasions.any()
        || !draft.program().tiers().isEmpty()
        || !live.program().tiers().isEmpty();
  }

  List<PastReturn> returnsOf(UUID purchase) {
    List<PastReturn> found = returns.get(purchase);
    return found == null ? List.of() : found;
  }
}
