package club.vafa.earning;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Ranks;
import club.vafa.members.Members;
import club.vafa.tiers.TierBook;
import club.vafa.tiers.Tiers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the books in which tiers members stand now. */
@Component
class TierRanks implements Ranks {
  private final Tiers tiers;
  private final Members members;
  private final Clock clock;

  TierRanks(Tiers tiers, Members members, Clock clock) {
    this.tiers = tiers;
    this.members = members;
    this.clock = clock;
  }

  @Override
  public Map<MemberId, Set<String>> of(Club club, Collection<MemberId> who) {
    TierBook book = tiers.open(club, who);
    Map<MemberId, Set<String>> standing = new HashMap<>();
    if (!book.isEmpty()) {
      members
          .look(club.id(), who)
          .forEach((id, row) ->
              standing.put(id, book.tiersAt(id, club.day(row.joinedAt()), clock.instant())));
    }
    return standing;
  }
}
