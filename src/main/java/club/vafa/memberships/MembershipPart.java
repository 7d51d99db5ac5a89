package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberPart;
import club.vafa.memberships.Membership.State;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** A member's memberships: shown with the member, ended or moved with it. */
@Component
class MembershipPart implements MemberPart {
  private static final int MOST_SHOWN = 50;

  private final MembershipStore store;
  private final Lives lives;
  private final Plans plans;
  private final Clubs clubs;
  private final Clock clock;

  MembershipPart(MembershipStore store, Lives lives, Plans plans, Clubs clubs, Clock clock) {
    this.store = store;
    this.lives = lives;
    this.plans = plans;
    this.clubs = clubs;
    this.clock = clock;
  }

  /** A membership as the member's page of the API shows it. */
  record Shown(MembershipId id, String plan, State state, LocalDate ends) {}

  @Override
  public String name() {
    return "memberships";
  }

  @Override
  public List<Shown> show(ClubId club, MemberId member) {
    return open(club, member).stream()
        .map(one ->
            new Shown(one.id(), plans.get(club, one.plan()).code(), one.state(), one.span().ends()))
        .toList();
  }

  private List<Membership> open(ClubId club, MemberId member) {
    return store.list(club, member, null, MOST_SHOWN).stream()
        .filter(one -> one.state().open())
        .toList();
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    open(club, member).forEach(one -> drop(clubs.get(club), one, "erased"));
  }

  /** A plan that both are on goes on once, as the membership of who stays. */
  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    for (Membership one : open(club, from)) {
      if (store.open(club, into, one.plan()).isPresent()) {
        drop(clubs.get(club), one, "merged");
      } else {
        store.move(club, one.id(), into);
      }
    }
  }

  private void drop(Club club, Membership seen, String why) {
    Life life = lives.open(club, store.lock(club.id(), seen.id()).orElseThrow());
    new Dues(life).bringUpTo(club.day(clock.instant()));
    if (life.state.open()) {
      life.drop(why);
    }
    lives.save(life, why);
  }
}
