package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks for the tiers of members when the terms of some unit differ by them. */
@Component
class TierTerms {
  /** Asked late: who knows tiers knows members, who have parts in rooms that keep books. */
  private final ObjectProvider<Ranks> ranks;

  TierTerms(ObjectProvider<Ranks> ranks) {
    this.ranks = ranks;
  }

  Map<MemberId, Set<String>> of(Club club, Collection<MemberId> members) {
    boolean differ = club.units().stream().anyMatch(unit -> !unit.byTier().isEmpty());
    Ranks known = differ && !members.isEmpty() ? ranks.getIfAvailable() : null;
    return known == null ? Map.of() : known.of(club, members);
  }
}
