package club.vafa.replay;

import club.vafa.clubs.Unit;
import club.vafa.rules.LiveCampaign;
import java.util.List;

/**
 * A program to be tried.
 *
 * @param units that differ from the club's, or are new; usually none
 */
public record Candidate(List<LiveCampaign> campaigns, List<Unit> units) {
  public Candidate {
    campaigns = List.copyOf(campaigns);
    units = List.copyOf(units);
  }
}
