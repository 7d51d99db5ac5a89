package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.clubs.Worth;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Policy;
import club.vafa.rules.Vocabulary;
import club.vafa.tiers.TierSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to be tried.
 *
 * @param club with its units and settings as the program has them
 * @param words what its campaigns may name
 * @param laid what holds beside them
 */
record Candidate(
    Club club, List<LiveCampaign> campaigns, List<TierSet> tiers, Vocabulary words, Laid laid) {
  Candidate {
    campaigns = List.copyOf(campaigns);
    tiers = List.copyOf(tiers);
  }

  Candidate with(List<LiveCampaign> others) {
    return new Candidate(club, others, tiers, words, laid);
  }

  Candidate with(List<TierSet> others, Vocabulary named) {
    return new Candidate(club, campaigns, others, named, laid);
  }

  /**
   * What a program lays down beside its campaigns.
   *
   * @param policy null for what the club has laid down
   * @param worths loyalty tables that differ from the club's, by unit; payments are as they were
   */
  record Laid(@Nullable Policy policy, Map<String, Worth> worths) {
    static final Laid AS_LIVE = new Laid(null, Map.of());

    Laid {
      worths = Map.copyOf(worths);
    }
  }
}
