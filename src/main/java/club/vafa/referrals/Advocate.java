package club.vafa.referrals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member needs to bring friends along, and what came of it.
 *
 * @param code as people read it
 * @param link with the code in it; null when the club has none
 * @param counts how many referrals are in which state
 * @param latest the latest ones
 */
public record Advocate(
    String code, @Nullable String link, Map<ReferralState, Long> counts, List<Referral> latest) {
  public Advocate {
    counts = Map.copyOf(counts);
    latest = List.copyOf(latest);
  }
}
