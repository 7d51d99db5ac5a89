package club.vafa.campaigns.web;

import club.vafa.ui.Faults;
import java.util.List;

/**
 * The campaigns of a club that have not ended.
 *
 * @param asked what waits for a second person
 * @param mayTurn whether the reader may pause and resume them
 */
public record CampaignList(
    List<CampaignRow> rows, List<CampaignAsked> asked, boolean mayTurn, Faults faults) {}
