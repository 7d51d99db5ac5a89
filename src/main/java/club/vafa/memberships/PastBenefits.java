package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.members.Household;
import club.vafa.members.Households;
import club.vafa.memberships.PastStore.Turn;
import club.vafa.memberships.PlanTerms.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Whom memberships covered when, as far as their changes tell. Of households the past is not kept:
 * who lives in one now is taken to have lived there then.
 */
@Component
class PastBenefits {
  private final PastStore store;
  private final Plans plans;
  private final Households households;

  PastBenefits(PastStore store, Plans plans, Households households) {
    this.store = store;
    this.plans = plans;
    this.households = households;
  }

  Map<MemberId, List<PastCover>> covers(Club club) {
    Map<MemberId, List<PastCover>> covers = new HashMap<>();
    if (plans.published(club.id()).isEmpty()) {
      return covers;
    }
    Map<MembershipId, List<PastCover.Period>> periods = periods(club);
    Map<MembershipId, List<Turn>> turns = new HashMap<>();
    store
        .turns(club.id())
        .forEach(
            turn -> turns.computeIfAbsent(turn.membership(), _ -> new ArrayList<>()).add(turn));
    Map<MemberId, List<PastCover>> ofPayers = new HashMap<>();
    turns.forEach((id, own) ->
        ofPayers
            .computeIfAbsent(own.getFirst().payer(), _ -> new ArrayList<>())
            .addAll(stretches(club, own, periods.getOrDefault(id, List.of()))));
    Map<MemberId, Household> homes = households.of(club.id(), new HashSet<>(ofPayers.keySet()));
    ofPayers.forEach((payer, own) ->
        own.forEach(cover ->
            Benefits.covered(payer, homes.get(payer), sharing(cover))
                .forEach(
                    member -> covers.computeIfAbsent(member, _ -> new ArrayList<>()).add(cover))));
    return covers;
  }

  private static Sharing sharing(PastCover cover) {
    return cover.periods().getLast().terms().sharing();
  }

  private Map<MembershipId, List<PastCover.Period>> periods(Club club) {
    Map<MembershipId, List<PastCover.Period>> periods = new HashMap<>();
    for (PastStore.Span span : store.spans(club.id())) {
      periods
          .computeIfAbsent(span.membership(), _ -> new ArrayList<>())
          .add(
              new PastCover.Period(
                  span.number(),
                  span.begins(),
                  plans.terms(club.id(), span.plan(), span.version())));
    }
    return periods;
  }

  /** From each change that makes it give until the next that ends that. */
  private List<PastCover> stretches(Club club, List<Turn> turns, List<PastCover.Period> periods) {
    List<PastCover> stretches = new ArrayList<>();
    if (periods.isEmpty()) {
      return stretches;
    }
    MembershipId id = turns.getFirst().membership();
    String plan = plans.get(club.id(), turns.getFirst().plan()).code();
    Instant since = null;
    for (Turn turn : turns) {
      if (turn.state().gives() && since == null) {
        since = turn.at();
      } else if (!turn.state().gives() && since != null) {
        stretches.add(new PastCover(id, plan, since, turn.at(), periods));
        since = null;
      }
    }
    if (since != null) {
      stretches.add(new PastCover(id, plan, since, null, periods));
    }
    return stretches;
  }
}
