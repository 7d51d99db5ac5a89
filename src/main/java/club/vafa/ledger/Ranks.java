package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Knows in which tiers members stand, which another room decides. It is asked only where the terms
 * of a unit differ by tier.
 */
public interface Ranks {
  /** The codes of the tiers of those who have any. */
  Map<MemberId, Set<String>> of(Club club, Collection<MemberId> members);
}
