package club.vafa.earning;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.memberships.Memberships;
import club.vafa.rules.Facts.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the members of a round stand in the club, gathered from the rooms that know. */
@Component
class Standings {

  private final Memberships memberships;

  Standings(Memberships memberships) {
    this.memberships = memberships;
  }

  /**
   * What memberships give these members.
   *
   * @param binding whether it will be counted: then the memberships are locked
   */
  Perks perks(Club club, Set<MemberId> members, boolean binding) {
    return new Perks(memberships.covers(club, members, binding));
  }

  /** The standing of each member that has one. */
  Map<MemberId, Standing> of(Club club, Set<MemberId> members) {
    return new HashMap<>();
  }
}
