package club.vafa.members;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;

/**
 * What another room keeps of a member. It is shown with the member, and follows in the same
 * transaction when the member leaves or goes on under another's id.
 */
public interface MemberPart {
  /** The field of the member that shows it. */
  String name();

  /** What the API shows, as records. */
  Object show(ClubId club, MemberId member);

  void erase(ClubId club, MemberId member);

  void move(ClubId club, MemberId from, MemberId into);
}
