package club.vafa.replay;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.LiveCampaign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes programs to be tried out of what was asked for. */
@Component
class Candidates {
  private static final int PAGE = 200;

  private final Campaigns campaigns;
  private final Ids ids;
  private final Definitions definitions = new Definitions();

  Candidates(Campaigns campaigns, Ids ids) {
    this.campaigns = campaigns;
    this.ids = ids;
  }

  /** What was asked for with the named drafts written out, or all that is wrong with it. */
  Outcome<NewReplay> spellOut(Club club, NewReplay asked) {
    List<Refusal> refusals = new ArrayList<>();
    Map<String, Campaign> all = all(club);
    List<JsonNode> documents = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int at = 0; at < asked.campaigns().size(); at++) {
      JsonNode document = asked.campaigns().get(at);
      String pointer = "/campaigns/" + at;
      switch (parse(club, document)) {
        case Done<CampaignDefinition>(CampaignDefinition definition) ->
            add(pointer + "/code", definition.code(), codes, refusals);
        case Refused<CampaignDefinition>(List<Refusal> faults) ->
            faults.forEach(fault -> refusals.add(fault.under(pointer)));
      }
      documents.add(document);
    }
    for (int at = 0; at < asked.drafts().size(); at++) {
      String code = asked.drafts().get(at);
      String pointer = "/drafts/" + at;
      JsonNode document = draft(pointer, code, all, refusals);
      if (document != null) {
        add(pointer, code, codes, refusals);
        documents.add(document);
        if (parse(club, document) instanceof Refused<CampaignDefinition>(List<Refusal> faults)) {
          faults.forEach(fault -> refusals.add(fault.under(pointer)));
        }
      }
    }
    without(club, asked, refusals);
    return refusals.isEmpty()
        ? Outcome.done(asked.spelledOut(documents))
        : Outcome.refused(refusals);
  }

  private static void add(String pointer, String code, Set<String> codes, List<Refusal> refusals) {
    if (!codes.add(code)) {
      refusals.add(Refusal.at(pointer, ReplayCode.REPLAY_CAMPAIGN_TWICE, Map.of("value", code)));
    }
  }

  private static @Nullable JsonNode draft(
      String pointer, String code, Map<String, Campaign> all, List<Refusal> refusals) {
    Campaign campaign = all.get(code);
    Map<String, Object> named = Map.of("value", Input.shortened(code));
    if (campaign == null) {
      refusals.add(Refusal.at(pointer, ReplayCode.REPLAY_CAMPAIGN_UNKNOWN, named));
      return null;
    }
    if (campaign.state() == Campaign.State.ENDED) {
      refusals.add(Refusal.at(pointer, ReplayCode.REPLAY_CAMPAIGN_ENDED, named));
      return null;
    }
    return campaign.draft() == null ? campaign.published() : campaign.draft();
  }

  private void without(Club club, NewReplay asked, List<Refusal> refusals) {
    Set<String> live = new HashSet<>();
    campaigns.live(club).forEach(one -> live.add(one.definition().code()));
    for (int at = 0; at < asked.without().size(); at++) {
      String code = asked.without().get(at);
      if (!live.contains(code)) {
        refusals.add(
            Refusal.at(
                "/without/" + at,
                ReplayCode.REPLAY_NOT_LIVE,
                Map.of("value", Input.shortened(code))));
      }
    }
  }

  private Map<String, Campaign> all(Club club) {
    Map<String, Campaign> all = new HashMap<>();
    String after = "";
    List<Campaign> page = campaigns.list(club.id(), after, PAGE);
    while (!page.isEmpty()) {
      page.forEach(campaign -> all.put(campaign.code(), campaign));
      page = campaigns.list(club.id(), page.getLast().code(), PAGE);
    }
    return all;
  }

  /** The live program. */
  List<LiveCampaign> live(Club club, NewReplay asked) {
    return campaigns.live(club).stream().map(one -> dated(club, one, asked)).toList();
  }

  /** The live program with what was asked for. */
  Candidate draft(Club club, NewReplay asked) {
    Map<String, LiveCampaign> program = new LinkedHashMap<>();
    campaigns.live(club).forEach(one -> program.put(one.definition().code(), one));
    asked.without().forEach(program::remove);
    Map<String, Campaign> known = all(club);
    for (JsonNode document : asked.campaigns()) {
      CampaignDefinition read = read(club, document);
      Campaign same = known.get(read.code());
      UUID id = same == null ? ids.next() : same.id().value();
      program.put(read.code(), new LiveCampaign(id, 0, read));
    }
    return new Candidate(
        program.values().stream().map(one -> dated(club, one, asked)).toList(), List.of());
  }

  /** A campaign of next month shows nothing on last year's sales unless it may run then. */
  private LiveCampaign dated(Club club, LiveCampaign one, NewReplay asked) {
    CampaignDefinition own = one.definition();
    if (asked.keepDates() || (own.from() == null && own.until() == null)) {
      return one;
    }
    ObjectNode undated = definitions.write(own, campaigns.vocabulary(club));
    undated.remove(List.of("from", "until"));
    return new LiveCampaign(one.id(), one.version(), read(club, undated));
  }

  private CampaignDefinition read(Club club, JsonNode document) {
    return switch (parse(club, document)) {
      case Done<CampaignDefinition>(CampaignDefinition read) -> read;
      case Refused<CampaignDefinition>(List<Refusal> faults) ->
          throw new IllegalStateException("a definition is no longer one: " + faults);
    };
  }

  private Outcome<CampaignDefinition> parse(Club club, JsonNode document) {
    return definitions.parse(document, campaigns.vocabulary(club));
  }
}
