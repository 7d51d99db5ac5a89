package club.vafa.rules;

import java.util.UUID;

/** A campaign that runs, in the version that runs. */
public record LiveCampaign(UUID id, int version, CampaignDefinition definition) {}
