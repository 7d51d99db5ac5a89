package club.vafa.templates.guide;

import club.vafa.kernel.Forms;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The live program as its file says it, with what things are called: members know a tier, a reward
 * or a plan by its name, never by its code.
 */
final class Paragraphs {
  private final JsonNode program;
  private final Voice voice;
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, Forms> forms = new HashMap<>();
  private final Map<String, String> rewards = new HashMap<>();
  private final Map<String, String> tiers = new HashMap<>();
  private final Map<String, String> plans = new HashMap<>();
  private final Map<String, String> entitlements = new HashMap<>();
  private final Map<String, String> events = new TreeMap<>();

  Paragraphs(JsonNode program, Voice voice) {
    this.program = program;
    this.voice = voice;
    names("units", units);
    section("units").forEach(unit -> forms.put(unit.path("code").asString(""), forms(unit)));
    names("rewards", rewards);
    names("plans", plans);
    names("eventTypes", events);
    section("tiers").forEach(set -> names(set.path("tiers"), tiers));
    section("plans").forEach(plan -> names(plan.path("entitlements"), entitlements));
  }

  private void names(String section, Map<String, String> into) {
    names(section(section), into);
  }

  private void names(JsonNode items, Map<String, String> into) {
    for (JsonNode item : items) {
      String code = item.path("code").asString("");
      into.put(code, voice.name(item.path("names"), code));
    }
  }

  JsonNode section(String name) {
    return program.path(name);
  }

  /** The loyalty table of a unit; missing when it has none. */
  JsonNode worth(String unit) {
    for (JsonNode table : section("worths")) {
      if (table.path("code").asString("").equals(unit)) {
        return table;
      }
    }
    return MissingNode.getInstance();
  }

  JsonNode settings() {
    return program.path("settings");
  }

  String unit(String code) {
    return units.getOrDefault(code, code);
  }

  /** So many of a unit: one point, two points. */
  String units(BigDecimal amount, String code) {
    String noun = forms.getOrDefault(code, Forms.NONE).beside(amount, voice.language(), unit(code));
    return voice.text("rules.units", Map.of("amount", voice.number(amount), "unit", noun));
  }

  String units(JsonNode amount, String code) {
    return units(Voice.decimal(amount), code);
  }

  private static Forms forms(JsonNode unit) {
    return Forms.found((language, plural) ->
        unit.path("forms").path(language.code()).path(plural.code()).stringValue(null));
  }

  String reward(String code) {
    return rewards.getOrDefault(code, code);
  }

  String tier(String code) {
    return tiers.getOrDefault(code, code);
  }

  String plan(String code) {
    return plans.getOrDefault(code, code);
  }

  String entitlement(String code) {
    return entitlements.getOrDefault(code, code);
  }

  String event(String code) {
    return events.getOrDefault(code, code);
  }

  /** Attributes have no names of their own; those that many clubs use are known here. */
  String attribute(String code) {
    String key = "attribute." + code;
    return voice.knows(key) ? voice.say(key) : code;
  }
}
