package club.vafa.tiers;

import club.vafa.tiers.TierSet.Tier;
import java.util.Map;

/**
 * Members by the code of the tier they stand in.
 *
 * @param more whether there are more members than were looked at: then there are more of each than
 *     was counted
 */
public record Crowd(Map<String, Long> tiers, boolean more) {
  /** So many members are looked at while somebody waits. */
  static final int MOST = 20_000;

  public Crowd {
    tiers = Map.copyOf(tiers);
  }

  /** How many stand in a tier; in one that needs nothing, also those who never held any. */
  public long in(Tier tier) {
    long never = tier.needs().isEmpty() ? tiers.getOrDefault("", 0L) : 0;
    return tiers.getOrDefault(tier.code(), 0L) + never;
  }
}
