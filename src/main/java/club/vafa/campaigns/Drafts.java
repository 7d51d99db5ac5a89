package club.vafa.campaigns;

import club.vafa.campaigns.Campaign.State;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps what is being worked on; the club's campaigns are locked before. */
@Component
class Drafts {
  private final CampaignStore store;
  private final Programs programs;
  private final Definitions definitions = new Definitions();
  private final Ids ids;
  private final Clock clock;

  Drafts(CampaignStore store, Programs programs, Ids ids, Clock clock) {
    this.store = store;
    this.programs = programs;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome<CampaignDefinition> parse(Club club, JsonNode definition) {
    return definitions.parse(definition, programs.everyName(club));
  }

  Outcome<Campaign> begin(Club club, CampaignDefinition parsed, JsonNode definition) {
    if (store.byCode(club.id(), parsed.code()).isPresent()) {
      return Outcome.refused(
          Refusal.at("/code", CampaignsCode.CAMPAIGN_CODE_TAKEN, Map.of("value", parsed.code())));
    }
    CampaignId id = new CampaignId(ids.next());
    store.insert(club.id(), id, parsed.code(), definition, clock.instant());
    return Outcome.done(store.find(club.id(), id).orElseThrow());
  }

  /** Throws away what is worked on beside what counts. */
  Outcome<Campaign> discard(Club club, CampaignId id) {
    Optional<Campaign> found = store.find(club.id(), id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND));
    }
    if (found.get().draft() != null) {
      store.dropDraft(club.id(), id, clock.instant());
    }
    return Outcome.done(store.find(club.id(), id).orElseThrow());
  }

  /** A draft, and when what it was made from was changed last; null when that does not matter. */
  record Wish(
      CampaignId id, CampaignDefinition parsed, JsonNode definition, @Nullable Instant seen) {}

  Outcome<Campaign> replace(Club club, Wish wish) {
    Optional<Campaign> before = store.find(club.id(), wish.id());
    if (before.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND));
    }
    if (before.get().state() == State.ENDED) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_ENDED));
    }
    if (!before.get().code().equals(wish.parsed().code())) {
      return Outcome.refused(Refusal.at("/code", CampaignsCode.CAMPAIGN_CODE_FIXED));
    }
    if (wish.seen() != null && !wish.seen().equals(before.get().updatedAt())) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_CHANGED));
    }
    store.saveDraft(club.id(), wish.id(), wish.definition(), clock.instant());
    return Outcome.done(store.find(club.id(), wish.id()).orElseThrow());
  }
}
