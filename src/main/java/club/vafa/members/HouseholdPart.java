package club.vafa.members;

import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.members.Household.Resident;
import club.vafa.members.Household.Role;
import club.vafa.members.Household.State;
import club.vafa.members.HouseholdStore.Noted;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A member's household: shown with the member and left with it. When who speaks for a household
 * goes, the adult of longest standing does; without any, the household is closed.
 */
@Component
class HouseholdPart implements MemberPart {
  private final HouseholdStore store;
  private final Ids ids;
  private final Clock clock;

  HouseholdPart(HouseholdStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** A household as the member's page of the API shows it. */
  record Shown(HouseholdId id, Role role, State state, boolean primary) {}

  @Override
  public String name() {
    return "households";
  }

  @Override
  public List<Shown> show(ClubId club, MemberId member) {
    return store.with(club, member).stream()
        .map(household -> {
          Resident own = household.resident(member).orElseThrow();
          return new Shown(
              household.id(), own.role(), own.state(), household.primary().equals(member));
        })
        .toList();
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    store.with(club, member).forEach(household -> leave(club, household, member, "erase"));
  }

  /** The place goes to the other one, unless that one has a household already. */
  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    boolean free = store.joined(club, List.of(into)).isEmpty();
    for (Household household : store.with(club, from)) {
      Resident place = household.resident(from).orElseThrow();
      if (free && place.joined()) {
        store.remove(club, household.id(), from);
        store.put(
            club, household.id(), new Resident(into, place.role(), State.JOINED, place.since()));
        if (household.primary().equals(from)) {
          store.handOver(club, household.id(), into);
        }
        note(club, new Noted(ids.next(), household.id(), into, "joined"), "merge");
      } else {
        leave(club, household, from, "merge");
      }
    }
  }

  private void leave(ClubId club, Household household, MemberId member, String actor) {
    Optional<MemberId> heir = household.heir(member);
    if (!household.primary().equals(member) || heir.isPresent()) {
      store.remove(club, household.id(), member);
      note(club, new Noted(ids.next(), household.id(), member, "left"), actor);
      if (household.primary().equals(member) && heir.isPresent()) {
        store.handOver(club, household.id(), heir.get());
        note(club, new Noted(ids.next(), household.id(), heir.get(), "handed_over"), actor);
      }
    } else {
      store.close(club, household.id(), clock.instant());
      note(club, new Noted(ids.next(), household.id(), null, "closed"), actor);
    }
  }

  private void note(ClubId club, Noted noted, String actor) {
    store.note(club, noted, actor, clock.instant());
  }
}
