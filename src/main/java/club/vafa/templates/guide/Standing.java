package club.vafa.templates.guide;

import club.vafa.templates.Guide.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where members stand: the tiers with what they ask for and bring, and the plans one can join. */
final class Standing {
  private final Paragraphs program;
  private final Voice voice;

  Standing(Paragraphs program, Voice voice) {
    this.program = program;
    this.voice = voice;
  }

  List<Item> tiers() {
    List<Item> items = new ArrayList<>();
    for (JsonNode set : program.section("tiers")) {
      for (JsonNode tier : set.path("tiers")) {
        items.add(tier(set, tier));
      }
      items.add(new Item("", period(set)));
    }
    return items;
  }

  private Item tier(JsonNode set, JsonNode tier) {
    List<String> needs = new ArrayList<>();
    tier.path("needs").forEach(need -> needs.add(need(need)));
    boolean all = set.path("match").asString("any").equals("all");
    String from =
        needs.isEmpty()
            ? voice.say("tier.start")
            : voice.say("tier.from", Map.of("needs", all ? voice.all(needs) : voice.any(needs)));
    String benefits = voice.name(tier.path("benefits"), "");
    return new Item(
        program.tier(tier.path("code").asString("")),
        benefits.isEmpty() ? from : from + voice.say("stop") + benefits,
        tier.path("color").asString(""));
  }

  private String need(JsonNode need) {
    JsonNode amount = need.path("atLeast");
    return switch (need.path("by").asString("")) {
      case "earned" -> program.units(amount, need.path("unit").asString(""));
      case "spend" -> voice.say("need.spend", Map.of("money", voice.money(amount)));
      case "visits" -> voice.say("need.visits", Map.of("count", Voice.decimal(amount)));
      default -> voice.say("need.tenure", Map.of("count", Voice.decimal(amount)));
    };
  }

  private String period(JsonNode set) {
    JsonNode period = set.path("period");
    JsonNode keep = set.path("keep");
    return voice.say(
            "period." + period.path("kind").asString(""),
            Map.of(
                "months", period.path("months").asInt(0),
                "days", period.path("days").asInt(0),
                "of", period.path("of").asString("")))
        + " "
        + voice.say(
            "keep." + keep.path("until").asString(""),
            Map.of("months", keep.path("months").asInt(0), "of", period.path("of").asString("")));
  }

  List<Item> plans() {
    List<Item> items = new ArrayList<>();
    for (JsonNode plan : program.section("plans")) {
      items.add(new Item(program.plan(plan.path("code").asString("")), plan(plan)));
    }
    return items;
  }

  private String plan(JsonNode plan) {
    List<String> parts = new ArrayList<>();
    JsonNode fee = plan.path("fee");
    parts.add(
        voice.say(
            "plan.fee",
            Map.of(
                "money", voice.money(fee.isObject() ? fee.path("amount") : fee),
                "count", plan.path("period").path("count").asInt(1),
                "each", plan.path("period").path("each").asString(""))));
    if (plan.path("trialDays").asInt(0) > 0) {
      parts.add(voice.say("plan.trial", Map.of("days", plan.path("trialDays").asInt())));
    }
    List<String> gives = new ArrayList<>();
    plan.path("entitlements").forEach(one -> gives.add(entitlement(one)));
    if (!gives.isEmpty()) {
      parts.add(voice.all(gives));
    }
    return String.join(voice.say("comma"), parts);
  }

  private String entitlement(JsonNode entitlement) {
    String name = program.entitlement(entitlement.path("code").asString(""));
    JsonNode limit = entitlement.path("limit");
    return limit.isObject()
        ? voice.say(
            "plan.limit",
            Map.of(
                "name", name,
                "uses", limit.path("uses").asInt(0),
                "each", limit.path("each").asString("")))
        : name;
  }
}
