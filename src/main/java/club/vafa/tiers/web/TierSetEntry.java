package club.vafa.tiers.web;

import club.vafa.clubs.Club;
import club.vafa.tiers.TierSet;
import club.vafa.ui.Form;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a set of tiers.
 *
 * @param code of the set that is changed; null when it is a new one
 */
public record TierSetEntry(Form form, Screen screen, Club club, @Nullable String code) {
  private static final int MOST_TIERS = 20;
  private static final int FIRST_TIERS = 3;

  /** What each kind of period is told by. */
  private static final Map<String, Set<String>> PERIODS =
      Map.of("rolling", Set.of("months", "days"), "calendar", Set.of("of"), "ever", Set.of());

  /** Fields of what was not chosen count for nothing; new tiers get a code from their name. */
  static ObjectNode fitting(ObjectNode definition) {
    if (definition.get("period") instanceof ObjectNode period) {
      keep(period, PERIODS.getOrDefault(period.path("kind").asString(""), Set.of()), "kind");
    }
    if (definition.get("keep") instanceof ObjectNode keep) {
      boolean months = keep.path("until").asString("").equals("months");
      keep(keep, months ? Set.of("months") : Set.of(), "until");
    }
    if (definition.get("tiers") instanceof ArrayNode tiers) {
      for (JsonNode tier : tiers) {
        if (tier instanceof ObjectNode one) {
          complete(one);
        }
      }
    }
    return definition;
  }

  private static void keep(ObjectNode part, Set<String> wanted, String kind) {
    for (String name : List.copyOf(part.propertyNames())) {
      if (!name.equals(kind) && !wanted.contains(name)) {
        part.remove(name);
      }
    }
  }

  private static void complete(ObjectNode tier) {
    if (!tier.hasNonNull("code")) {
      tier.put("code", Written.code(tier.path("names").path("en").asString(""), "tier"));
    }
    if (tier.get("needs") instanceof ArrayNode needs) {
      for (int at = needs.size() - 1; at >= 0; at--) {
        if (needs.get(at) instanceof ObjectNode need) {
          boolean earned = need.path("by").asString("").equals("earned");
          if (!earned) {
            need.remove("unit");
          }
          if (!need.hasNonNull("atLeast") && !need.hasNonNull("by")) {
            needs.remove(at);
          }
        }
      }
    }
  }

  public boolean fresh() {
    return code == null;
  }

  public String back() {
    return code == null ? TierSetsPage.PATH : TierSetsPage.PATH + "/" + code;
  }

  public String action() {
    return back() + (code == null ? "/new" : "/edit");
  }

  public int tiers() {
    return Math.min(MOST_TIERS, Math.max(FIRST_TIERS, form.size("/tiers") + 1));
  }

  public Map<String, String> units() {
    Map<String, String> units = new LinkedHashMap<>();
    club.units().forEach(unit -> units.put(unit.code(), unit.name(screen.language())));
    return units;
  }

  public Map<String, String> measures() {
    return choices("tiers.by.", "spend", "earned", "visits", "tenure");
  }

  public Map<String, String> periods() {
    return choices("tiers.period.kind.", "rolling", "calendar", "ever");
  }

  public Map<String, String> calendars() {
    return choices("tiers.period.of.", "year", "month");
  }

  public Map<String, String> keeps() {
    return choices("tiers.keep.", "months", "end_of_period", "end_of_next_period", "ever");
  }

  public Map<String, String> ups() {
    return choices("tiers.up.", TierSet.Up.values());
  }

  public Map<String, String> downs() {
    return choices("tiers.down.", TierSet.Down.values());
  }

  public Map<String, String> matches() {
    return choices("tiers.match.", TierSet.Match.values());
  }

  public Map<String, String> returns() {
    return choices("tiers.returns.", "take_back", "keep");
  }

  private Map<String, String> choices(String key, Enum<?>... values) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      choices.put(TierWords.lower(value), screen.text(key + TierWords.lower(value)));
    }
    return choices;
  }

  private Map<String, String> choices(String key, String... codes) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (String one : codes) {
      choices.put(one, screen.text(key + one));
    }
    return choices;
  }
}
