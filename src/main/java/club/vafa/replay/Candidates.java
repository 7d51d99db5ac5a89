package club.vafa.replay;

import club.vafa.campaigns.Campaign;
import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.LiveCampaign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes programs to be tried out of what was asked for. */
@Component
class Candidates {
  private final Grounds grounds;
  private final Definitions definitions = new Definitions();

  Candidates(Grounds grounds) {
    this.grounds = grounds;
  }

  /** What was asked for with everything that is named written out, or all that is wrong with it. */
  Outcome<NewReplay> spellOut(Club club, NewReplay asked) {
    return grounds
        .filed(club, asked)
        .then(filed -> grounds.of(club, filed).then(base -> spellOut(club, filed, base)));
  }

  private Outcome<NewReplay> spellOut(Club club, NewReplay asked, Candidate base) {
    List<Refusal> refusals = new ArrayList<>();
    Map<String, Campaign> all = grounds.known(club);
    List<JsonNode> documents = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int at = 0; at < asked.campaigns().size(); at++) {
      JsonNode document = asked.campaigns().get(at);
      String pointer = "/campaigns/" + at;
      switch (definitions.parse(document, base.words())) {
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
        if (definitions.parse(document, base.words())
            instanceof Refused<CampaignDefinition>(List<Refusal> faults)) {
          faults.forEach(fault -> refusals.add(fault.under(pointer)));
        }
      }
    }
    without(base, asked, refusals);
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

  private static void without(Candidate base, NewReplay asked, List<Refusal> refusals) {
    Set<String> live = new HashSet<>();
    base.campaigns().forEach(one -> live.add(one.definition().code()));
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

  /** The live program. */
  Candidate live(Club club, NewReplay asked) {
    return dated(grounds.live(club), asked);
  }

  /** The live program with what was asked for. */
  Candidate draft(Club club, NewReplay asked) {
    Candidate base =
        switch (grounds.of(club, asked)) {
          case Done<Candidate>(Candidate known) -> known;
          case Refused<Candidate>(List<Refusal> faults) ->
              throw new IllegalStateException("a program is no longer one: " + faults);
        };
    Map<String, LiveCampaign> program = new LinkedHashMap<>();
    base.campaigns().forEach(one -> program.put(one.definition().code(), one));
    asked.without().forEach(program::remove);
    Map<String, Campaign> known = grounds.known(club);
    for (JsonNode document : asked.campaigns()) {
      LiveCampaign read = grounds.named(known, grounds.definition(document, base.words()));
      program.put(read.definition().code(), read);
    }
    return dated(base.with(List.copyOf(program.values())), asked);
  }

  private Candidate dated(Candidate program, NewReplay asked) {
    return program.with(
        program.campaigns().stream().map(one -> dated(program, one, asked)).toList());
  }

  /** A campaign of next month shows nothing on last year's sales unless it may run then. */
  private LiveCampaign dated(Candidate program, LiveCampaign one, NewReplay asked) {
    CampaignDefinition own = one.definition();
    if (asked.keepDates() || (own.from() == null && own.until() == null)) {
      return one;
    }
    ObjectNode undated = definitions.write(own, program.words());
    undated.remove(List.of("from", "until"));
    CampaignDefinition read = grounds.definition(undated, program.words().ofAnyName());
    return new LiveCampaign(one.id(), one.version(), read);
  }
}
