package club.vafa.campaigns.form;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a campaign reads while it is being written: without what is not filled in yet, so that there
 * is a sentence from the beginning.
 *
 * @param faults all that is wrong with it as it stands
 * @param left how many parts were left out to read it
 */
public record Reading(
    Optional<CampaignDefinition> campaign, List<Refusal> faults, int left, Vocabulary words) {
  private static final int MOST_ROUNDS = 10;
  private static final String DRAFT = "draft";
  private static final Pattern PART =
      Pattern.compile("(/rules/\\d+/(?:when|then|caps)/\\d+|/caps/\\d+|/budget|/[A-Za-z]+)(/.*)?");
  private static final Pattern CLAUSE =
      Pattern.compile("/rules/\\d+/(?:when|then|caps)/\\d+|/caps/\\d+|/budget");
  private static final Pattern RULE = Pattern.compile("(/rules/\\d+)(/.*)?");

  /**
   * Reads a campaign as far as it is written.
   *
   * @param nameless what it is called as long as it has no name
   */
  public static Reading of(ObjectNode campaign, Vocabulary words, String nameless) {
    Definitions definitions = new Definitions();
    Outcome<CampaignDefinition> first = definitions.parse(campaign, words);
    if (first instanceof Done<CampaignDefinition>(CampaignDefinition whole)) {
      return new Reading(Optional.of(whole), List.of(), 0, words);
    }
    List<Refusal> faults = refusals(first);
    int left =
        (int) faults.stream().map(Reading::part).filter(part -> !part.isEmpty()).distinct().count();
    ObjectNode less = campaign.deepCopy();
    List<Refusal> now = faults;
    for (int round = 0; round < MOST_ROUNDS && !now.isEmpty(); round++) {
      cut(less, now, nameless);
      Outcome<CampaignDefinition> again = definitions.parse(less, words);
      if (again instanceof Done<CampaignDefinition>(CampaignDefinition read)) {
        return new Reading(Optional.of(read), faults, left, words);
      }
      now = refusals(again);
    }
    return new Reading(Optional.empty(), faults, left, words);
  }

  /** The condition, effect or limit that a fault is in; empty when it is in none. */
  private static String part(Refusal fault) {
    Matcher part = CLAUSE.matcher(fault.pointer());
    return part.lookingAt() ? part.group() : "";
  }

  private static List<Refusal> refusals(Outcome<?> outcome) {
    return outcome instanceof Refused<?>(List<Refusal> refusals) ? refusals : List.of();
  }

  /** Takes away what is wrong, the last first, so that the places of the others stay. */
  private static void cut(ObjectNode campaign, List<Refusal> faults, String nameless) {
    TreeSet<String> places = new TreeSet<>(Reading::laterFirst);
    for (Refusal fault : faults) {
      String pointer = fault.pointer();
      if (pointer.startsWith("/code")) {
        campaign.put("code", DRAFT);
      } else if (pointer.startsWith("/name")) {
        campaign.putObject("name").put("en", nameless);
      } else {
        places.add(place(pointer));
      }
    }
    places.forEach(place -> drop(campaign, place));
  }

  private static String place(String pointer) {
    Matcher rule = RULE.matcher(pointer);
    Matcher part = PART.matcher(pointer);
    if (rule.matches() && !pointer.matches("/rules/\\d+/(when|then|caps)/\\d+.*")) {
      return rule.group(1);
    }
    return part.matches() ? part.group(1) : pointer;
  }

  private static int laterFirst(String one, String other) {
    return Integer.compare(other.length(), one.length()) == 0
        ? other.compareTo(one)
        : Integer.compare(other.length(), one.length());
  }

  private static void drop(ObjectNode campaign, String place) {
    int slash = place.lastIndexOf('/');
    if (slash < 0) {
      return;
    }
    JsonNode parent = campaign.at(place.substring(0, slash));
    String last = place.substring(slash + 1);
    if (parent instanceof ArrayNode list && last.matches("\\d+")) {
      list.remove(Integer.parseInt(last));
    } else if (parent instanceof ObjectNode object) {
      object.remove(last);
    }
  }
}
