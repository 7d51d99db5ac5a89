package club.vafa.campaigns.web;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.CampaignId;

/**
 * A campaign in plain words.
 *
 * @param sentence all of it; empty when it cannot be read any more
 * @param redrafted whether a draft beside what is live waits to be published
 */
public record CampaignRow(
    CampaignId id, String name, String sentence, Campaign.State state, boolean redrafted) {}
