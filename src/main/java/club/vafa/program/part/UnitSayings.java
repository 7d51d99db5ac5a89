package club.vafa.program.part;

import club.vafa.kernel.Money;
import club.vafa.kernel.Toman;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what changes about units. */
final class UnitSayings {
  private final Telling telling;
  private final List<String> told = new ArrayList<>();

  private UnitSayings(Telling telling) {
    this.telling = telling;
  }

  static List<String> tell(Change change, Telling telling) {
    UnitSayings sayings = new UnitSayings(telling);
    for (String code : change.added()) {
      ObjectNode unit = Objects.requireNonNull(change.after().get(code));
      sayings.say("unit.new", Map.of("name", sayings.name(unit)));
    }
    for (String code : change.changed()) {
      sayings.changed(
          Objects.requireNonNull(change.before().get(code)),
          Objects.requireNonNull(change.after().get(code)));
    }
    return sayings.told;
  }

  private void changed(ObjectNode before, ObjectNode after) {
    String name = name(after);
    int so = told.size();
    if (!name.equals(name(before))) {
      say("unit.name", Map.of("before", name(before), "after", name));
    }
    if (!before.path("forms").equals(after.path("forms"))) {
      say("unit.forms", Map.of("name", name));
    }
    for (String field : List.of("rounding", "mayOwe")) {
      if (!before.path(field).equals(after.path(field))) {
        say("unit." + field, Map.of("name", name, "value", after.path(field).asString("")));
      }
    }
    worth(name, before.get("worth"), after.get("worth"));
    if (!before.path("expiry").equals(after.path("expiry"))) {
      instead(name, expiry(before.path("expiry")), expiry(after.path("expiry")));
    }
    if (!before.path("waiting").equals(after.path("waiting"))) {
      instead(name, waiting(before.path("waiting")), waiting(after.path("waiting")));
    }
    byTier(name, before.path("byTier"), after.path("byTier"));
    if (told.size() == so) {
      say("unit.names", Map.of("name", name));
    }
  }

  private void worth(String name, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (!Objects.equals(before, after)) {
      say(
          "unit.worth",
          Map.of(
              "name",
              name,
              "was",
              before == null ? "no" : "yes",
              "is",
              after == null ? "no" : "yes",
              "before",
              money(before),
              "after",
              money(after)));
    }
  }

  /** What one unit is worth may be a part of the smallest coin, so it is told as a number. */
  private String money(@Nullable JsonNode worth) {
    if (worth == null) {
      return "";
    }
    BigDecimal value = new BigDecimal(worth.stringValue());
    if (telling.club().look().toman()) {
      return telling.say(
          "money",
          Map.of(
              "value",
              Toman.of(value),
              "currency",
              telling.sentences().text(telling.language(), Toman.WORD, Map.of()),
              "decimals",
              Money.decimals(telling.club().currency()) + 1));
    }
    return telling.say(
        "money",
        Map.of(
            "value", value,
            "currency", telling.club().currency().getDisplayName(telling.language().locale()),
            "decimals", Money.decimals(telling.club().currency())));
  }

  private String expiry(JsonNode expiry) {
    return telling.say("expiry." + expiry.path("kind").asString(""), args(expiry));
  }

  private void byTier(String name, JsonNode before, JsonNode after) {
    if (!before.equals(after)) {
      say("unit.byTier", Map.of("name", name, "is", tiers(after), "was", tiers(before)));
    }
  }

  private String tiers(JsonNode byTier) {
    List<String> tiers = new ArrayList<>();
    for (JsonNode own : byTier) {
      List<String> terms = new ArrayList<>();
      if (own.has("expiry")) {
        terms.add(expiry(own.path("expiry")));
      }
      if (own.has("waiting")) {
        terms.add(waiting(own.path("waiting")));
      }
      tiers.add(own.path("tier").asString("") + ": " + String.join(", ", terms));
    }
    return tiers.isEmpty() ? telling.say("unit.sameInTiers", Map.of()) : String.join("; ", tiers);
  }

  private String waiting(JsonNode waiting) {
    return telling.say("waiting." + waiting.path("kind").asString(""), args(waiting));
  }

  private static Map<String, Object> args(JsonNode terms) {
    Map<String, Object> args = new HashMap<>();
    terms
        .properties()
        .forEach(term ->
            args.put(
                term.getKey(),
                term.getValue().isNumber()
                    ? (Object) term.getValue().intValue()
                    : term.getValue().asString("")));
    return args;
  }

  private void instead(String name, String before, String after) {
    say("instead", Map.of("name", name, "before", before, "after", after));
  }

  private String name(ObjectNode unit) {
    String code = unit.path("code").asString("");
    return Names.of(unit.path("names"), telling.language(), code);
  }

  private void say(String key, Map<String, Object> args) {
    told.add(telling.say(key, args));
  }
}
