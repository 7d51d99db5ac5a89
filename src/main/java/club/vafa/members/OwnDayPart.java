package club.vafa.members;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** A member's own days: shown with the member, moved and gone with it. */
@Component
class OwnDayPart implements MemberPart {
  private final OwnDayStore store;

  OwnDayPart(OwnDayStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "ownDays";
  }

  @Override
  public List<LocalDate> show(ClubId club, MemberId member) {
    return store.of(club, member);
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    store.removeAll(club, member);
  }

  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    store.copy(club, from, into);
    store.removeAll(club, from);
  }
}
