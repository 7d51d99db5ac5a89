package club.vafa.program.part;

import club.vafa.program.part.ItemSayings.Saying;
import club.vafa.rules.Called.Thing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Things of a program that are told in few phrases. */
final class SmallPhrases {
  private static final int LONGEST = 160;

  private SmallPhrases() {}

  static Map<String, List<String>> stampCard(ObjectNode card, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    phrases.put(
        "gives",
        List.of(
            saying.say(
                "stampCard.gives",
                Map.of(
                    "stamps",
                    saying
                        .words()
                        .units(
                            BigDecimal.valueOf(card.path("holes").asLong(0)),
                            card.path("unit").asString("")),
                    "reward",
                    saying.words().called(Thing.REWARD, card.path("reward").asString(""))))));
    if (!card.path("carries").asBoolean(true)) {
      phrases.put("carries", List.of(saying.say("stampCard.carries", Map.of())));
    }
    if (card.has("days")) {
      phrases.put(
          "days",
          List.of(saying.say("stampCard.days", Map.of("days", card.path("days").asInt(0)))));
    }
    return phrases;
  }

  static Map<String, List<String>> coupon(ObjectNode coupon, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    String kind = coupon.path("kind").asString("shared");
    phrases.put("kind", List.of(saying.say("coupon.kind", Map.of("kind", kind))));
    for (String edge : List.of("from", "until")) {
      if (coupon.has(edge)) {
        Instant at = Instant.parse(coupon.path(edge).asString(""));
        String date = saying.words().date(saying.telling().club().day(at));
        phrases.put(edge, List.of(saying.say("reward." + edge, Map.of("date", date))));
      }
    }
    List<String> limits = new ArrayList<>();
    coupon
        .path("limits")
        .forEach(limit ->
            limits.add(
                saying.say(
                    "coupon.limit",
                    Map.of(
                        "per", limit.path("per").asString("all"),
                        "period", limit.path("period").asString("ever"),
                        "count", limit.path("uses").asLong(0)))));
    phrases.put("limits", limits);
    if (coupon.has("others")) {
      int others = coupon.path("others").asInt(0);
      phrases.put("others", List.of(saying.say("coupon.others", Map.of("count", others))));
    }
    if (coupon.path("returns").asString("").equals("keep")) {
      phrases.put("returns", List.of(saying.say("coupon.returns", Map.of())));
    }
    return phrases;
  }

  static Map<String, List<String>> safety(ObjectNode safety, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    for (String share : List.of("marginShare", "assumedMargin", "controlGroup")) {
      if (safety.has(share)) {
        BigDecimal percent = new BigDecimal(safety.path(share).asString("0"));
        phrases.put(share, List.of(saying.say("safety." + share, Map.of("value", percent))));
      }
    }
    phrases.put(
        "stacking",
        List.of(
            saying.say(
                "safety.stacking",
                Map.of(
                    "value", safety.path("stacking").asString("all"),
                    "count", safety.path("mostCampaigns").asInt(0)))));
    if (safety.path("secondPerson").asBoolean(false)) {
      phrases.put("secondPerson", List.of(saying.say("safety.secondPerson", Map.of())));
    }
    return phrases;
  }

  static Map<String, List<String>> referrals(ObjectNode settings, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    if (settings.has("link")) {
      String link = settings.path("link").asString("");
      phrases.put("link", List.of(saying.say("referrals.link", Map.of("link", link))));
    }
    for (String number : List.of("openDays", "threshold", "weekly", "minutes")) {
      long value = settings.path(number).asLong(0);
      phrases.put(number, List.of(saying.say("referrals." + number, Map.of("value", value))));
    }
    settings
        .path("weights")
        .properties()
        .forEach(weight ->
            phrases.put(
                "weight " + weight.getKey(),
                List.of(
                    saying.say(
                        "referrals.weight",
                        Map.of("sign", weight.getKey(), "value", weight.getValue().asLong(0))))));
    return phrases;
  }

  static Map<String, List<String>> message(ObjectNode message, Saying saying) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    for (String kind : List.of("titles", "texts")) {
      message
          .path(kind)
          .properties()
          .forEach(text ->
              phrases.put(
                  kind + " " + text.getKey(),
                  List.of(
                      saying.say(
                          "message." + kind,
                          Map.of(
                              "language", text.getKey(),
                              "text", shortened(text.getValue().asString("")))))));
    }
    return phrases;
  }

  /** The beginning of a text; what is cut off is only told apart by its length. */
  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "… (" + text.length() + ")";
  }
}
