package club.vafa.rewards;

import java.util.Set;

/**
 * What of a member decides which rewards are shown and what they cost: codes of tiers, segments.
 */
public record Standing(Set<String> tiers, Set<String> segments) {
  public static final Standing NONE = new Standing(Set.of(), Set.of());

  public Standing {
    tiers = Set.copyOf(tiers);
    segments = Set.copyOf(segments);
  }
}
