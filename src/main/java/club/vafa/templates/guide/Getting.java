package club.vafa.templates.guide;

import club.vafa.templates.Guide.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What members get for it: paying with units, rewards with their prices, full stamp cards. */
final class Getting {
  private static final List<String> TENS = List.of("1", "10", "100", "1000", "10000", "100000");
  private static final BigDecimal WORTH_SAYING = BigDecimal.ONE;

  private final Paragraphs program;
  private final Voice voice;

  Getting(Paragraphs program, Voice voice) {
    this.program = program;
    this.voice = voice;
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (JsonNode unit : program.section("units")) {
      JsonNode table = program.worth(unit.path("code").asString(""));
      JsonNode worth = table.path("base").isMissingNode() ? unit.path("worth") : table.get("base");
      if (worth.isString()) {
        items.add(paying(unit, Voice.decimal(worth), table.path("rows")));
      }
    }
    for (JsonNode reward : program.section("rewards")) {
      if (!reward.path("prices").isEmpty()) {
        items.add(reward(reward));
      }
    }
    return items;
  }

  /** As many units as are worth something one can pay with: 100 points pay 4.80. */
  private Item paying(JsonNode unit, BigDecimal worth, JsonNode rows) {
    String code = unit.path("code").asString("");
    BigDecimal many =
        TENS.stream()
            .map(BigDecimal::new)
            .filter(ten -> isSayable(ten.multiply(worth)))
            .findFirst()
            .orElse(BigDecimal.ONE);
    String units = program.units(many, code);
    String pays =
        voice.say(
            "pay",
            Map.of(
                "many",
                many.toPlainString(),
                "units",
                units,
                "money",
                voice.money(many.multiply(worth))));
    List<String> others = new ArrayList<>();
    rows.forEach(row -> others.add(other(row, many.multiply(Voice.decimal(row.path("worth"))))));
    return new Item(
        voice.say("pay.name", Map.of("unit", program.unit(code))),
        others.isEmpty()
            ? pays
            : voice.say("price", Map.of("usual", pays, "others", voice.all(others))));
  }

  /** What the same units are worth in a tier, at a time of the year, or both. */
  private String other(JsonNode row, BigDecimal money) {
    List<String> when = new ArrayList<>();
    if (row.path("tier").isString()) {
      when.add(program.tier(row.path("tier").stringValue()));
    }
    for (String span : List.of("season", "date")) {
      String from = row.path(span.equals("season") ? "seasonFrom" : "firstDate").asString("");
      String to = row.path(span.equals("season") ? "seasonTo" : "lastDate").asString("");
      if (!from.isEmpty() || !to.isEmpty()) {
        when.add(voice.say("pay." + span, Map.of("from", from, "to", to)));
      }
    }
    return voice.say(
        "price.tier",
        Map.of("tier", String.join(voice.say("comma"), when), "amount", voice.money(money)));
  }

  private boolean isSayable(BigDecimal money) {
    int decimals = club.vafa.kernel.Money.decimals(voice.club().currency());
    return money.compareTo(WORTH_SAYING) >= 0 && money.stripTrailingZeros().scale() <= decimals;
  }

  private Item reward(JsonNode reward) {
    List<String> prices = new ArrayList<>();
    reward.path("prices").forEach(price -> prices.add(price(price)));
    List<String> parts = new ArrayList<>();
    parts.add(voice.any(prices));
    JsonNode voucher = reward.path("voucher");
    if (voucher.hasNonNull("money")) {
      parts.add(voice.say("off", Map.of("off", voice.money(voucher.get("money")))));
    }
    if (voucher.hasNonNull("percent")) {
      parts.add(voice.say("off", Map.of("off", voice.percent(voucher.get("percent")))));
    }
    if (voucher.hasNonNull("days")) {
      parts.add(voice.say("valid", Map.of("days", voucher.get("days").asInt())));
    }
    String code = reward.path("code").asString("");
    return new Item(program.reward(code), String.join(voice.say("comma"), parts));
  }

  private String price(JsonNode price) {
    String usual = program.units(price.path("amount"), price.path("unit").asString(""));
    List<String> others = new ArrayList<>();
    price
        .path("tiers")
        .properties()
        .forEach(tier ->
            others.add(
                voice.say(
                    "price.tier",
                    Map.of(
                        "tier",
                        program.tier(tier.getKey()),
                        "amount",
                        voice.number(tier.getValue())))));
    String part = usual;
    if (price.path("money").hasNonNull("max")) {
      part =
          voice.say(
              "price.money",
              Map.of("units", usual, "money", voice.money(price.path("money").get("max"))));
    }
    return others.isEmpty()
        ? part
        : voice.say("price", Map.of("usual", part, "others", voice.all(others)));
  }

  /** The stamp cards, each with its holes and what a full one brings. */
  List<Item> cards() {
    List<Item> items = new ArrayList<>();
    for (JsonNode card : program.section("stampCards")) {
      String unit = card.path("unit").asString("");
      items.add(
          new Item(
              voice.name(card.path("names"), card.path("code").asString("")),
              voice.say(
                  "card",
                  Map.of(
                      "stamps", program.units(card.path("holes"), unit),
                      "reward", program.reward(card.path("reward").asString("")),
                      "days", card.path("days").asInt(0)))));
    }
    return items;
  }
}
