package club.vafa.campaigns.web;

import club.vafa.campaigns.web.CampaignRow.Phase;
import club.vafa.ui.Faults;
import java.util.List;

/**
 * The campaigns of a club that have not been ended.
 *
 * @param asked what waits for a second person
 * @param mayTurn whether the reader may pause and resume them
 */
public record CampaignList(
    List<CampaignRow> rows, List<CampaignAsked> asked, boolean mayTurn, Faults faults) {
  public List<CampaignRow> in(Phase phase) {
    return rows.stream().filter(row -> row.phase() == phase).toList();
  }
}
