package club.vafa.program.part;

import club.vafa.program.part.ItemSayings.Saying;
import club.vafa.rules.Called.Thing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a unit is worth and what it is turned into, phrase by phrase. */
final class WorthPhrases {
  private WorthPhrases() {}

  static Map<String, List<String>> of(ObjectNode worth, Saying saying) {
    String unit = worth.path("code").asString("");
    Map<String, List<String>> phrases = table(worth, unit, saying);
    List<String> later = new ArrayList<>();
    for (JsonNode table : worth.path("later")) {
      List<String> all = new ArrayList<>();
      table(table, unit, saying).values().forEach(all::addAll);
      Instant from = Instant.parse(table.path("from").asString(""));
      later.add(
          saying.say(
              "worth.later",
              Map.of(
                  "date",
                  saying.words().date(saying.telling().club().day(from)),
                  "sentence",
                  String.join(", ", all))));
    }
    phrases.put("later", later);
    return phrases;
  }

  private static Map<String, List<String>> table(JsonNode worth, String unit, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    worth.path("rows").forEach(row -> rows.add(row(row, saying)));
    phrases.put("rows", rows);
    if (worth.has("base")) {
      Map<String, Object> amount = Map.of("amount", number(worth.path("base")));
      phrases.put("base", List.of(saying.say("worth.base", amount)));
    }
    List<String> goods = new ArrayList<>();
    worth.path("goods").forEach(row -> goods.add(goods(row, unit, saying)));
    phrases.put("goods", goods);
    for (String bound : List.of("minimum", "step", "maximum")) {
      if (worth.has(bound)) {
        String amount = saying.words().units(number(worth.path(bound)), unit);
        phrases.put(bound, List.of(saying.say("worth." + bound, Map.of("amount", amount))));
      }
    }
    if (worth.has("maxPercent")) {
      Map<String, Object> value = Map.of("value", worth.path("maxPercent").asInt(0));
      phrases.put("maxPercent", List.of(saying.say("worth.maxPercent", value)));
    }
    return phrases;
  }

  private static String row(JsonNode row, Saying saying) {
    Map<String, Object> args = new HashMap<>(when(row, saying));
    args.put("amount", number(row.path("worth")));
    return saying.say("worth.row", args);
  }

  private static String goods(JsonNode row, String unit, Saying saying) {
    Map<String, Object> args = new HashMap<>(when(row, saying));
    args.put("goods", row.path("sku").asString(row.path("category").asString("")));
    args.put("amount", saying.words().units(number(row.path("units")), unit));
    return saying.say("worth.goods", args);
  }

  private static Map<String, Object> when(JsonNode row, Saying saying) {
    String when = row.has("seasonFrom") ? "season" : row.has("firstDate") ? "dates" : "always";
    String from = row.path("seasonFrom").asString("");
    String to = row.path("seasonTo").asString("");
    if (when.equals("dates")) {
      from = date(row.path("firstDate"), saying);
      to = date(row.path("lastDate"), saying);
    }
    return Map.of(
        "when",
        when,
        "from",
        from,
        "to",
        to,
        "has",
        row.has("tier") ? "yes" : "no",
        "tier",
        saying.words().called(Thing.TIER, row.path("tier").asString("")));
  }

  private static String date(JsonNode date, Saying saying) {
    return saying.words().date(LocalDate.parse(date.asString("")));
  }

  private static BigDecimal number(JsonNode amount) {
    return new BigDecimal(amount.asString("0"));
  }

  static Map<String, List<String>> conversion(ObjectNode conversion, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    String from = conversion.path("from").asString("");
    String to = conversion.path("to").asString("");
    phrases.put(
        "rate",
        List.of(
            saying.say(
                "conversion.rate",
                Map.of(
                    "give", saying.words().units(number(conversion.path("give")), from),
                    "get", saying.words().units(number(conversion.path("get")), to)))));
    for (String bound : List.of("step", "minimum")) {
      String amount = saying.words().units(number(conversion.path(bound)), from);
      phrases.put(bound, List.of(saying.say("conversion." + bound, Map.of("amount", amount))));
    }
    JsonNode automatic = conversion.path("automatic");
    if (automatic.isObject()) {
      String each =
          automatic.has("each")
              ? saying.words().units(number(automatic.path("each")), from)
              : "none";
      String day = automatic.path("onLastDayOf").asString("none");
      phrases.put(
          "automatic",
          List.of(saying.say("conversion.automatic", Map.of("each", each, "day", day))));
    }
    return phrases;
  }
}
