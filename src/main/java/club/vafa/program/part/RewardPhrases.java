package club.vafa.program.part;

import club.vafa.program.part.ItemSayings.Saying;
import club.vafa.rules.Called.Thing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A reward, phrase by phrase. */
final class RewardPhrases {
  private final ObjectNode reward;
  private final Saying saying;
  private final Map<String, List<String>> phrases = new LinkedHashMap<>();

  private RewardPhrases(ObjectNode reward, Saying saying) {
    this.reward = reward;
    this.saying = saying;
  }

  static Map<String, List<String>> of(ObjectNode reward, Saying saying) {
    return new RewardPhrases(reward, saying).phrases();
  }

  private Map<String, List<String>> phrases() {
    put("kind", "reward.kind", Map.of("kind", reward.path("kind").asString("")));
    List<String> prices = new ArrayList<>();
    reward.path("prices").forEach(price -> prices.add(price(price)));
    phrases.put("price", prices.isEmpty() ? List.of(saying.say("reward.free", Map.of())) : prices);
    if (reward.has("voucher")) {
      voucher(reward.path("voucher"));
    }
    JsonNode stock = reward.path("stock");
    count("stock", "reward.stock", stock.path("total"), stock);
    count("each", "reward.each", stock.path("perPeriod"), stock);
    count("limit", "reward.limit", reward.path("limit").path("count"), reward.path("limit"));
    visible(reward.path("visible"));
    List<String> sessions = new ArrayList<>();
    reward
        .path("sessions")
        .forEach(session ->
            sessions.add(
                saying.say(
                    "reward.session",
                    Map.of(
                        "date", date(session.path("at")),
                        "count", session.path("capacity").asLong(0)))));
    phrases.put("sessions", sessions);
    if (reward.path("fulfilment").asBoolean(false)) {
      int days = reward.path("fulfilWithinDays").asInt(0);
      put("fulfilment", "reward.fulfilment", Map.of("days", days));
    }
    if (reward.has("cost")) {
      put("cost", "reward.cost", Map.of("amount", money(reward.path("cost"))));
    }
    return phrases;
  }

  private void put(String topic, String key, Map<String, Object> args) {
    phrases.put(topic, List.of(saying.say(key, args)));
  }

  private void count(String topic, String key, JsonNode count, JsonNode terms) {
    if (!count.isMissingNode()) {
      String period = terms.path("period").asString("ever");
      put(topic, key, Map.of("count", count.asLong(0), "period", period));
    }
  }

  private String price(JsonNode price) {
    String unit = price.path("unit").asString("");
    StringBuilder said =
        new StringBuilder(
            saying.say("reward.price", Map.of("amount", units(price.path("amount"), unit))));
    price
        .path("tiers")
        .properties()
        .forEach(tier ->
            said.append(
                saying.say(
                    "reward.tierPrice",
                    Map.of(
                        "tier",
                        saying.words().called(Thing.TIER, tier.getKey()),
                        "amount",
                        units(tier.getValue(), unit)))));
    JsonNode part = price.path("money");
    if (!part.isMissingNode()) {
      said.append(
          saying.say(
              "reward.moneyPart",
              Map.of(
                  "max", money(part.path("max")),
                  "step", money(part.path("step")),
                  "saves", units(part.path("saves"), unit))));
    }
    return said.toString();
  }

  private void visible(JsonNode visible) {
    for (String edge : List.of("from", "until")) {
      if (visible.has(edge)) {
        put(edge, "reward." + edge, Map.of("date", date(visible.path(edge))));
      }
    }
    for (String group : List.of("tiers", "segments")) {
      if (visible.has(group)) {
        List<String> codes =
            visible.path(group).valueStream().map(one -> called(group, one)).toList();
        put(group, "reward." + group, Map.of("list", saying.words().all(codes)));
      }
    }
  }

  private String called(String group, JsonNode code) {
    return group.equals("tiers")
        ? saying.words().called(Thing.TIER, code.asString(""))
        : code.asString("");
  }

  private void voucher(JsonNode voucher) {
    Map<String, Object> args = new HashMap<>();
    args.put("what", "");
    args.put("most", "");
    args.put("count", BigDecimal.ONE);
    String kind = "elsewhere";
    if (voucher.has("money")) {
      kind = "money";
      args.put("what", money(voucher.path("money")));
    } else if (voucher.has("percent")) {
      kind = "percent";
      args.put("what", voucher.path("percent").asString(""));
      args.put("most", voucher.has("most") ? money(voucher.path("most")) : "");
    } else if (voucher.has("sku")) {
      kind = "goods";
      args.put("what", voucher.path("sku").asString(""));
      args.put("count", new BigDecimal(voucher.path("quantity").asString("1")));
    }
    args.put("has", args.get("most").equals("") ? "no" : "yes");
    put("voucher", "voucher." + kind, args);
    if (voucher.has("minimum")) {
      put("minimum", "voucher.minimum", Map.of("amount", money(voucher.path("minimum"))));
    }
    if (voucher.path("keepsRest").asBoolean(false)) {
      put("rest", "voucher.keepsRest", Map.of());
    }
    if (voucher.has("days")) {
      put("days", "voucher.days", Map.of("days", voucher.path("days").asInt(0)));
    }
    if (voucher.has("until")) {
      put("end", "voucher.until", Map.of("date", date(voucher.path("until"))));
    }
  }

  private String money(JsonNode amount) {
    return saying.words().money(new BigDecimal(amount.asString("0")));
  }

  private String units(JsonNode amount, String unit) {
    return saying.words().units(new BigDecimal(amount.asString("0")), unit);
  }

  private String date(JsonNode time) {
    return saying.words().date(saying.telling().club().day(Instant.parse(time.asString(""))));
  }
}
