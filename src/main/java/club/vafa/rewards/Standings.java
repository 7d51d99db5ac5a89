package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.tiers.TierBook;
import club.vafa.tiers.Tiers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a member stands, asked of the rooms that know. */
@Component("rewardStandings")
class Standings {
  private final Members members;
  private final Tiers tiers;
  private final Clock clock;

  Standings(Members members, Tiers tiers, Clock clock) {
    this.members = members;
    this.tiers = tiers;
    this.clock = clock;
  }

  Standing of(Club club, MemberId member) {
    TierBook book = tiers.open(club, Set.of(member));
    if (book.isEmpty()) {
      return Standing.NONE;
    }
    MemberRow row = members.look(club.id(), Set.of(member)).get(member);
    return row == null
        ? Standing.NONE
        : new Standing(book.tiersAt(member, club.day(row.joinedAt()), clock.instant()), Set.of());
  }
}
