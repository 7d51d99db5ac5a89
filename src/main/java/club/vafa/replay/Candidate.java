package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Vocabulary;
import club.vafa.tiers.TierSet;
import java.util.List;

/**
 * A program to be tried.
 *
 * @param club with its units and settings as the program has them
 * @param words what its campaigns may name
 */
record Candidate(Club club, List<LiveCampaign> campaigns, List<TierSet> tiers, Vocabulary words) {
  Candidate {
    campaigns = List.copyOf(campaigns);
    tiers = List.copyOf(tiers);
  }

  Candidate with(List<LiveCampaign> others) {
    return new Candidate(club, others, tiers, words);
  }
}
