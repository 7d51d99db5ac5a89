package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets of tiers that are to be tried: some as they are, some changed, some new. */
public record TriedTiers(Club club, List<TierSet> sets) {
  public TriedTiers {
    sets = List.copyOf(sets);
  }

  /**
   * The sets with these definitions beside them, or in place of those of the same code. What is
   * wrong is told by the place of the definition.
   *
   * @param changed each as it would be put, with its code as a field
   */
  public Outcome<List<TierSet>> with(List<JsonNode> changed) {
    Map<String, TierSet> all = new LinkedHashMap<>();
    sets.forEach(set -> all.put(set.code(), set));
    List<Refusal> refusals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int at = 0; at < changed.size(); at++) {
      String place = "/" + at;
      switch (read(changed.get(at))) {
        case Done<TierSet>(TierSet set) -> {
          if (!seen.add(set.code())) {
            refusals.add(taken(place + "/code", set.code()));
          }
          all.put(set.code(), set);
        }
        case Refused<TierSet>(var faults) ->
            faults.forEach(fault -> refusals.add(fault.under(place)));
      }
    }
    if (refusals.isEmpty()) {
      refusals.addAll(twice(changed, List.copyOf(all.values())));
    }
    return refusals.isEmpty() ? Outcome.done(List.copyOf(all.values())) : Outcome.refused(refusals);
  }

  private Outcome<TierSet> read(JsonNode definition) {
    String code = definition.path("code").asString("");
    if (code.isEmpty()) {
      return Outcome.refused(Refusal.at("/code", InputCode.REQUIRED));
    }
    ObjectNode rest = definition.deepCopy().asObject();
    rest.remove("code");
    return new TierReader(club).read(code, rest);
  }

  /** A member stands in tiers by their codes, so that of each there is one in all sets. */
  private static List<Refusal> twice(List<JsonNode> changed, List<TierSet> all) {
    List<Refusal> refusals = new ArrayList<>();
    for (int at = 0; at < changed.size(); at++) {
      String own = changed.get(at).path("code").asString("");
      JsonNode tiers = changed.get(at).path("tiers");
      for (int tier = 0; tier < tiers.size(); tier++) {
        String code = tiers.get(tier).path("code").asString("");
        if (all.stream().anyMatch(set -> !set.code().equals(own) && set.codes().contains(code))) {
          refusals.add(taken("/" + at + "/tiers/" + tier + "/code", code));
        }
      }
    }
    return refusals;
  }

  private static Refusal taken(String pointer, String code) {
    return Refusal.at(pointer, TierCode.TIER_CODE_TAKEN, Map.of("value", Input.shortened(code)));
  }
}
