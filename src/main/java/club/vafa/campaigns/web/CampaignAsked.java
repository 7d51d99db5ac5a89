package club.vafa.campaigns.web;

import club.vafa.campaigns.ApprovalId;

/**
 * Something about a campaign that waits for a second person.
 *
 * @param asks who asks for what
 * @param sentence how the campaign reads that is asked for
 * @param own whether the reader asked for it, who then may only take it back
 */
public record CampaignAsked(ApprovalId id, String asks, String sentence, boolean own) {}
