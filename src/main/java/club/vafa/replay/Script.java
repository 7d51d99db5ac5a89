package club.vafa.replay;

import club.vafa.activity.PastReturn;
import club.vafa.clubs.Club;
import club.vafa.earning.Buyer;
import club.vafa.earning.Rehearsal;
import club.vafa.kernel.MemberId;
import club.vafa.rules.CampaignDefinition.Budget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that is known before a replay begins.
 *
 * @param from purchases before it only make members who they are
 * @param end nothing happens from then on
 * @param last when the last purchase was
 * @param buyers everybody who ever joined
 * @param returns by purchase
 * @param draftBudgets by campaign
 * @param liveBudgets by campaign
 */
record Script(
    Club club,
    Worth worth,
    Months months,
    Instant from,
    Instant end,
    Instant last,
    Rehearsal.Stage draft,
    Rehearsal.Stage live,
    Map<UUID, Budget> draftBudgets,
    Map<UUID, Budget> liveBudgets,
    Map<MemberId, Buyer> buyers,
    Map<UUID, List<PastReturn>> returns) {

  Buyer buyer(MemberId id, Instant at) {
    Buyer known = buyers.get(id);
    // Somebody who joined after the replay began has no past before that either.
    LocalDate joined = club.day(at);
    return known == null ? new Buyer(id, joined, null, "") : known;
  }

  List<PastReturn> returnsOf(UUID purchase) {
    List<PastReturn> found = returns.get(purchase);
    return found == null ? List.of() : found;
  }
}
