package club.vafa.program.part;

import club.vafa.kernel.Language;
import club.vafa.program.part.ItemSayings.Saying;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A set of tiers, phrase by phrase. */
final class TierPhrases {
  private final ObjectNode set;
  private final Saying saying;
  private final Map<String, List<String>> phrases = new LinkedHashMap<>();

  private TierPhrases(ObjectNode set, Saying saying) {
    this.set = set;
    this.saying = saying;
  }

  static Map<String, List<String>> of(ObjectNode set, Saying saying) {
    return new TierPhrases(set, saying).phrases();
  }

  private Map<String, List<String>> phrases() {
    for (JsonNode tier : set.path("tiers")) {
      tier(tier);
    }
    if (set.has("place")) {
      put("place", "tierSet.place", Map.of("place", set.path("place").asInt(0)));
    }
    JsonNode period = set.path("period");
    put("period", "tierSet.period." + period.path("kind").asString(""), numbers(period));
    if (set.path("up").asString("").equals("period_end")) {
      put("up", "tierSet.up", Map.of());
    }
    JsonNode keep = set.path("keep");
    put("keep", "tierSet.keep." + keep.path("until").asString(""), numbers(keep));
    JsonNode down = set.path("down");
    put(
        "down",
        "tierSet.down",
        Map.of(
            "mode", down.path("mode").asString("one_step"),
            "days", down.path("graceDays").asInt(0)));
    if (set.path("returns").asString("").equals("keep")) {
      put("returns", "tierSet.returns", Map.of());
    }
    return phrases;
  }

  private void put(String topic, String key, Map<String, Object> args) {
    phrases.put(topic, List.of(saying.say(key, args)));
  }

  private static Map<String, Object> numbers(JsonNode terms) {
    return Map.of(
        "months", terms.path("months").asInt(0),
        "days", terms.path("days").asInt(0),
        "of", terms.path("of").asString(""));
  }

  private void tier(JsonNode tier) {
    Language language = saying.telling().language();
    String code = tier.path("code").asString("");
    String name = Names.of(tier.path("names"), language, code);
    List<String> needs = new ArrayList<>();
    tier.path("needs").forEach(need -> needs.add(need(need)));
    phrases.put(
        "tier " + code,
        List.of(
            needs.isEmpty()
                ? saying.say("tier.base", Map.of("tier", name))
                : saying.say("tier.from", Map.of("tier", name, "needs", joined(needs)))));
    if (tier.has("benefits")) {
      String text = Names.of(tier.path("benefits"), language, "");
      put("benefits " + code, "tier.benefits", Map.of("tier", name, "text", text));
    }
  }

  private String joined(List<String> needs) {
    String word = set.path("match").asString("").equals("all") ? "tiers.and" : "tiers.or";
    String between = saying.words().text(word, Map.of());
    return String.join(" " + between + " ", needs);
  }

  private String need(JsonNode need) {
    BigDecimal amount = new BigDecimal(need.path("atLeast").asString("0"));
    String by = need.path("by").asString("");
    return switch (by) {
      case "spend" -> saying.say("need.spend", Map.of("amount", saying.words().money(amount)));
      case "earned" ->
          saying.say(
              "need.earned",
              Map.of("amount", saying.words().units(amount, need.path("unit").asString(""))));
      default -> saying.say("need." + by, Map.of("count", amount));
    };
  }
}
