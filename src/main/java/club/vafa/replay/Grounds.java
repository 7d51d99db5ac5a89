package club.vafa.replay;

import club.vafa.activity.Activity;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.LiveCampaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.Tried;
import club.vafa.program.WholeProgram;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Vocabulary;
import club.vafa.tiers.TierSet;
import club.vafa.tiers.Tiers;
import club.vafa.tiers.TriedTiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What single campaigns of a draft stand on: the units, settings and tiers of the live program, or
 * those of a whole program that is tried, and the campaigns that come with it.
 */
@Component
class Grounds {
  private static final int PAGE = 200;

  private final Campaigns campaigns;
  private final LiveCampaigns running;
  private final Activity activity;
  private final Tiers tiers;
  private final WholeProgram programs;
  private final LaidDown laid;
  private final Ids ids;
  private final Definitions definitions = new Definitions();

  Grounds(
      Campaigns campaigns,
      LiveCampaigns running,
      Activity activity,
      Tiers tiers,
      WholeProgram programs,
      LaidDown laid,
      Ids ids) {
    this.campaigns = campaigns;
    this.running = running;
    this.activity = activity;
    this.tiers = tiers;
    this.programs = programs;
    this.laid = laid;
    this.ids = ids;
  }

  /** The live program. */
  Candidate live(Club club) {
    return new Candidate(
        club, campaigns.live(club), tiers.live(club), words(club), Candidate.Laid.AS_LIVE);
  }

  /** What campaigns may name in a club. */
  private Vocabulary words(Club club) {
    return running.words(club, activity.eventTypes(club.id()), running.names(club));
  }

  /** The file of the program a draft begins with, or null for the live one. */
  Outcome<NewReplay> filed(Club club, NewReplay asked) {
    String name = asked.program();
    String file = asked.file();
    if (name == null || file != null) {
      return Outcome.done(asked);
    }
    if (programs.draft(club.id(), name).isEmpty()) {
      return Outcome.refused(
          Refusal.at(
              "/program",
              ReplayCode.REPLAY_PROGRAM_UNKNOWN,
              Map.of("value", Input.shortened(name))));
    }
    return under(programs.spelled(club, name), "/program").map(asked::of);
  }

  /** The program that single campaigns are added to. */
  Outcome<Candidate> of(Club club, NewReplay asked) {
    String file = asked.file();
    Outcome<Candidate> base =
        file == null ? Outcome.done(live(club)) : programs.tried(club, file).then(this::whole);
    return under(base, asked.program() == null ? "/file" : "/program")
        .then(begun -> tiered(begun, asked));
  }

  private Outcome<Candidate> whole(Tried tried) {
    Outcome<List<TierSet>> sets =
        tried.tierSets() == null
            ? Outcome.done(tiers.live(tried.club()))
            : new TriedTiers(tried.club(), List.of()).with(tried.tierSets());
    return sets.then(read -> laid.down(tried).map(down -> whole(tried, read, down)));
  }

  private Candidate whole(Tried tried, List<TierSet> read, Candidate.Laid down) {
    Vocabulary words = words(tried.club()).in(codes(tried.club(), read));
    Map<String, Campaign> known = known(tried.club());
    List<LiveCampaign> all = new ArrayList<>();
    for (JsonNode document : tried.campaigns()) {
      // What else it names comes with the program, or it would have been refused.
      all.add(named(known, definition(document, words.ofAnyName())));
    }
    return new Candidate(tried.club(), all, read, words, down);
  }

  /** Tiers of sets that have ended may still be named. */
  private Set<String> codes(Club club, List<TierSet> sets) {
    Set<String> codes = new HashSet<>(tiers.codes(club));
    sets.forEach(set -> set.tiers().forEach(tier -> codes.add(tier.code())));
    return codes;
  }

  private Outcome<Candidate> tiered(Candidate begun, NewReplay asked) {
    if (asked.tierSets().isEmpty() && asked.withoutTierSets().isEmpty()) {
      return Outcome.done(begun);
    }
    Map<String, TierSet> left = new LinkedHashMap<>();
    begun.tiers().forEach(set -> left.put(set.code(), set));
    List<Refusal> refusals = new ArrayList<>();
    for (int at = 0; at < asked.withoutTierSets().size(); at++) {
      String code = asked.withoutTierSets().get(at);
      if (left.remove(code) == null) {
        refusals.add(
            Refusal.at(
                "/withoutTierSets/" + at,
                ReplayCode.REPLAY_TIER_SET_NOT_LIVE,
                Map.of("value", Input.shortened(code))));
      }
    }
    Club club = begun.club();
    Outcome<List<TierSet>> read =
        under(new TriedTiers(club, List.copyOf(left.values())).with(asked.tierSets()), "/tierSets");
    if (read instanceof Refused<List<TierSet>>(List<Refusal> faults)) {
      refusals.addAll(faults);
    }
    return refusals.isEmpty()
        ? read.map(sets -> begun.with(sets, begun.words().in(codes(club, sets))))
        : Outcome.refused(refusals);
  }

  private static <T> Outcome<T> under(Outcome<T> outcome, String pointer) {
    return outcome instanceof Refused<T>(List<Refusal> faults)
        ? Outcome.refused(faults.stream().map(fault -> fault.under(pointer)).toList())
        : outcome;
  }

  /** The campaigns there are, by code. */
  Map<String, Campaign> known(Club club) {
    Map<String, Campaign> all = new HashMap<>();
    String after = "";
    List<Campaign> page = campaigns.list(club.id(), after, PAGE);
    while (!page.isEmpty()) {
      page.forEach(campaign -> all.put(campaign.code(), campaign));
      page = campaigns.list(club.id(), page.getLast().code(), PAGE);
    }
    return all;
  }

  /** A definition under the id of the campaign that has its code, or a new one. */
  LiveCampaign named(Map<String, Campaign> known, CampaignDefinition definition) {
    Campaign same = known.get(definition.code());
    return new LiveCampaign(same == null ? ids.next() : same.id().value(), 0, definition);
  }

  CampaignDefinition definition(JsonNode document, Vocabulary words) {
    return switch (definitions.parse(document, words)) {
      case Done<CampaignDefinition>(CampaignDefinition read) -> read;
      case Refused<CampaignDefinition>(List<Refusal> faults) ->
          throw new IllegalStateException("a definition is no longer one: " + faults);
    };
  }
}
