package club.vafa.program.part;

import club.vafa.program.part.ItemSayings.Saying;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan, phrase by phrase. */
final class PlanPhrases {
  private static final int USUAL_TRIES = 3;

  private PlanPhrases() {}

  static Map<String, List<String>> of(ObjectNode plan, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    JsonNode period = plan.path("period");
    String fee =
        saying.words().money(new BigDecimal(plan.path("fee").path("amount").asString("0")));
    phrases.put(
        "fee",
        List.of(
            saying.say(
                "plan.fee",
                Map.of(
                    "amount", fee,
                    "count", period.path("count").asInt(1),
                    "each", period.path("each").asString("")))));
    for (String days : List.of("trialDays", "graceDays", "pauseDays")) {
      if (plan.has(days)) {
        phrases.put(
            days, List.of(saying.say("plan." + days, Map.of("days", plan.path(days).asInt(0)))));
      }
    }
    for (String field : List.of("renewal", "cancelling")) {
      if (plan.has(field)) {
        phrases.put(field, List.of(saying.say("plan." + field, Map.of())));
      }
    }
    int tries = plan.path("tries").asInt(USUAL_TRIES);
    if (tries != USUAL_TRIES) {
      phrases.put("tries", List.of(saying.say("plan.tries", Map.of("count", tries))));
    }
    sharing(plan, saying, phrases);
    List<String> entitlements = new ArrayList<>();
    plan.path("entitlements").forEach(one -> entitlements.add(entitlement(one, saying)));
    phrases.put("entitlements", entitlements);
    return phrases;
  }

  private static void sharing(ObjectNode plan, Saying saying, Map<String, List<String>> phrases) {
    if (plan.has("sharing")) {
      JsonNode sharing = plan.path("sharing");
      phrases.put(
          "sharing",
          List.of(
              saying.say(
                  "plan.sharing",
                  Map.of(
                      "adults", sharing.path("adults").asInt(0),
                      "children", sharing.path("children").asInt(0)))));
    }
  }

  private static String entitlement(JsonNode one, Saying saying) {
    String code = one.path("code").asString("");
    JsonNode limit = one.path("limit");
    return saying.say(
        "plan.entitlement",
        Map.of(
            "name", Names.of(one.path("names"), saying.telling().language(), code),
            "has", limit.isMissingNode() ? "no" : "yes",
            "count", limit.path("uses").asLong(0),
            "each", limit.path("each").asString("period")));
  }
}
