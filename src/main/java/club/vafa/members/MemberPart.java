package club.vafa.members;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What another room keeps of a member. It is shown with the member, and follows in the same
 * transaction when the member leaves or goes on under another's id.
 */
public interface MemberPart {
  /** The field of the member that shows it. */
  String name();

  /** What the API shows, as records. */
  Object show(ClubId club, MemberId member);

  /** Whose the card of this number is, for a room that keeps cards. */
  default Optional<MemberId> holder(ClubId club, String card) {
    return Optional.empty();
  }

  /** Which of these codes lead to a member who may bring others along. */
  default Set<String> leading(ClubId club, Collection<String> codes) {
    return Set.of();
  }

  /** Somebody joined with codes that lead to members. */
  default void joined(ClubId club, List<Introduced> introduced) {}

  void erase(ClubId club, MemberId member);

  void move(ClubId club, MemberId from, MemberId into);
}
