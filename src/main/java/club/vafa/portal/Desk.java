package club.vafa.portal;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberChange;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.members.Profiles;
import club.vafa.rewards.Claim;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.Rewards.NewClaim;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members do for themselves: claim, change what is kept of them, leave. */
@Component
public class Desk {
  private final SessionStore sessions;
  private final Members members;
  private final Profiles profiles;
  private final Rewards rewards;
  private final Clock clock;

  Desk(SessionStore sessions, Members members, Profiles profiles, Rewards rewards, Clock clock) {
    this.sessions = sessions;
    this.members = members;
    this.profiles = profiles;
    this.rewards = rewards;
    this.clock = clock;
  }

  /**
   * Claims one piece of a reward. A form that is sent twice claims once: the second time there is
   * no claim.
   *
   * @param mark of the form
   */
  @Transactional
  public Outcome<Optional<Claim>> claim(Club club, Guest guest, NewClaim wanted, String mark) {
    if (!sessions.isFirst(guest, mark, clock.instant())) {
      return Outcome.done(Optional.empty());
    }
    Outcome<Claim> claimed = rewards.claim(club, wanted, guest.actor());
    if (claimed instanceof Outcome.Refused<Claim>) {
      sessions.forget(guest, mark);
    }
    return claimed.map(Optional::of);
  }

  /** Changes what is kept of the member; a birthday that is known stays as it is. */
  @Transactional
  public Outcome<Profile> change(Club club, Guest guest, MemberChange change) {
    MemberId member = guest.member();
    Optional<Profile> before = members.profile(club.id(), member);
    if (before.isEmpty()) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    return before.get().birthDate() != null && change.birthDate() != null
        ? Outcome.refused(Refusal.at("/birthDate", PortalCode.BIRTHDAY_KNOWN))
        : profiles.change(club, member, change);
  }

  /** Ends this login. */
  @Transactional
  public void leave(Guest guest) {
    sessions.end(guest);
  }

  /** Ends the member's logins on all devices. */
  @Transactional
  public void leaveEverywhere(Guest guest) {
    sessions.endAll(guest.club(), guest.member());
  }

  /** Forgets the member, who is logged in nowhere any more. */
  @Transactional
  public Outcome<MemberId> erase(Guest guest) {
    return profiles.erase(guest.club(), guest.member());
  }
}
