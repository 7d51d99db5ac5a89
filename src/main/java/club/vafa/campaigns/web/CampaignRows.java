package club.vafa.campaigns.web;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.web.CampaignRow.Phase;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Sentences;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.Phrases;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells campaigns in plain words. */
@Component
class CampaignRows {
  private final Campaigns campaigns;
  private final Clock clock;
  private final Phrases phrases;
  private final Definitions definitions = new Definitions();

  CampaignRows(Campaigns campaigns, Clock clock, Sentences sentences) {
    this.campaigns = campaigns;
    this.clock = clock;
    this.phrases = new Phrases(sentences);
  }

  /** What was defined under words that are gone since is shown by its code. */
  CampaignRow row(Club club, Campaign campaign, Language language) {
    JsonNode shown =
        Objects.requireNonNull(
            campaign.published() == null ? campaign.draft() : campaign.published());
    Optional<CampaignDefinition> definition = parsed(club, shown);
    return new CampaignRow(
        campaign.id(),
        definition.map(one -> one.name(language)).orElse(campaign.code()),
        definition.map(one -> sentence(club, one, language)).orElse(""),
        phase(campaign.state(), definition),
        campaign.published() != null && campaign.draft() != null);
  }

  /** What a campaign is called by what is asked for; as it is now where that does not say. */
  String called(Club club, Campaign campaign, @Nullable JsonNode definition, Language language) {
    return parsed(club, definition)
        .map(one -> one.name(language))
        .orElseGet(() -> row(club, campaign, language).name());
  }

  /** A definition behind its name; empty when there is none that can be read. */
  String whole(Club club, @Nullable JsonNode definition, Language language) {
    return parsed(club, definition)
        .map(one -> phrases.campaign(language, one, campaigns.vocabulary(club)))
        .orElse("");
  }

  private String sentence(Club club, CampaignDefinition definition, Language language) {
    return phrases.sentence(language, definition, campaigns.vocabulary(club));
  }

  /** A live campaign whose days are over, or have not come, gives nothing today. */
  private Phase phase(Campaign.State state, Optional<CampaignDefinition> definition) {
    return switch (state) {
      case DRAFT -> Phase.DRAFT;
      case PAUSED -> Phase.PAUSED;
      case ENDED -> Phase.OVER;
      case LIVE -> definition.map(this::running).orElse(Phase.LIVE);
    };
  }

  private Phase running(CampaignDefinition definition) {
    Instant now = clock.instant();
    OffsetDateTime from = definition.from();
    OffsetDateTime until = definition.until();
    if (until != null && !until.toInstant().isAfter(now)) {
      return Phase.OVER;
    }
    return from != null && from.toInstant().isAfter(now) ? Phase.COMING : Phase.LIVE;
  }

  private Optional<CampaignDefinition> parsed(Club club, @Nullable JsonNode definition) {
    return definition != null
            && definitions.parse(definition, campaigns.vocabulary(club))
                instanceof Done<CampaignDefinition>(var done)
        ? Optional.of(done)
        : Optional.empty();
  }
}
