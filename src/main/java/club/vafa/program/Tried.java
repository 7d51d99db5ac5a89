package club.vafa.program;

import club.vafa.clubs.Club;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A program that is only tried.
 *
 * @param club as the program would make it, with its units and settings
 * @param campaigns the definitions of those that would run
 * @param tierSets the definitions of all sets of tiers, each with its code; null when the program
 *     says nothing about them
 * @param safety what it lays down for all campaigns; null when it says nothing about it
 * @param worths loyalty tables by unit; null when it says nothing about them
 */
public record Tried(
    Club club,
    List<JsonNode> campaigns,
    @Nullable List<JsonNode> tierSets,
    @Nullable JsonNode safety,
    @Nullable Map<String, JsonNode> worths) {
  public Tried {
    campaigns = List.copyOf(campaigns);
    tierSets = tierSets == null ? null : List.copyOf(tierSets);
    worths = worths == null ? null : Map.copyOf(worths);
  }
}
