package club.vafa.campaigns.web;

import club.vafa.campaigns.ApprovalId;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.form.CampaignForm;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a campaign is written.
 *
 * @param campaign as it is kept, or null when it is new
 * @param title its name, empty when it has none yet
 * @param definition what the form was drawn from, as JSON
 * @param waiting what a second person was asked about it; null when nothing waits
 * @param second whether a second person has to say yes before it goes live
 * @param publishOn the day it was to be published on, as it was typed
 * @param publishFault what is wrong with that day
 */
public record BuilderSheet(
    @Nullable Campaign campaign,
    String title,
    String definition,
    CampaignForm form,
    BuilderReads reads,
    Tried tried,
    @Nullable ApprovalId waiting,
    boolean second,
    String publishOn,
    String publishFault) {

  /** Where it is saved. */
  public String path() {
    return campaign == null
        ? "/console/campaigns/new"
        : "/console/campaigns/" + campaign.id() + "/edit";
  }

  /** When the campaign was changed that the form was drawn from; empty when it is new. */
  public String seen() {
    return campaign == null ? "" : campaign.updatedAt().toString();
  }

  /** Whether a draft stands beside what is published. */
  public boolean redrafted() {
    return campaign != null && campaign.version() > 0 && campaign.draft() != null && !ended();
  }

  public boolean ended() {
    return campaign != null && campaign.state() == Campaign.State.ENDED;
  }
}
