package club.vafa.portal;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberPart;
import org.springframework.stereotype.Component;

/** On how many devices a member is logged in; none any more once they have left. */
@Component
class SessionPart implements MemberPart {
  private final SessionStore sessions;

  SessionPart(SessionStore sessions) {
    this.sessions = sessions;
  }

  /** What the member's page of the API shows of it. */
  record Shown(int devices) {}

  @Override
  public String name() {
    return "portal";
  }

  @Override
  public Shown show(ClubId club, MemberId member) {
    return new Shown(sessions.count(club, member));
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    sessions.endAll(club, member);
  }

  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    sessions.move(club, from, into);
  }
}
