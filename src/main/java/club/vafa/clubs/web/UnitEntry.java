package club.vafa.clubs.web;

import club.vafa.clubs.Unit;
import club.vafa.ui.Form;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a unit.
 *
 * @param unit that is changed; null when it is a new one
 */
public record UnitEntry(Form form, UnitWords words, @Nullable Unit unit) {
  /** What each way to expire or to wait is told by. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "never", Set.of(),
          "rolling", Set.of("months", "days", "endOf"),
          "at_end_of", Set.of("endOf", "later"),
          "while_active", Set.of("months", "days"),
          "none", Set.of(),
          "days", Set.of("days"),
          "event", Set.of("type"),
          "next_visit", Set.of());

  /** Fields of the ways that were not chosen count for nothing, empty numbers for none. */
  static ObjectNode fitting(ObjectNode document) {
    for (String part : List.of("expiry", "waiting")) {
      if (document.get(part) instanceof ObjectNode terms && terms.hasNonNull("kind")) {
        Set<String> wanted = FIELDS.getOrDefault(terms.get("kind").asString(), Set.of());
        for (String name : List.copyOf(terms.propertyNames())) {
          if (!name.equals("kind") && !wanted.contains(name)) {
            terms.remove(name);
          }
        }
        for (String number : List.of("months", "days", "later")) {
          if (wanted.contains(number) && !terms.hasNonNull(number)) {
            terms.put(number, 0);
          }
        }
      }
    }
    return document;
  }

  public boolean fresh() {
    return unit == null;
  }

  /** Whether something is wrong with a name beside a number. */
  public boolean formsFaulty() {
    return form.values().keySet().stream()
        .anyMatch(at -> at.startsWith("/forms/") && !form.fault(at).isEmpty());
  }

  public String title() {
    return unit == null
        ? words.screen().text("clubs.unit.new")
        : unit.name(words.screen().language());
  }

  public String back() {
    return unit == null ? UnitsPage.PATH : UnitsPage.PATH + "/" + unit.code();
  }

  public String action() {
    return unit == null ? UnitsPage.PATH + "/new" : back() + "/edit";
  }

  public Map<String, String> kinds() {
    return words.choices("clubs.unit.kind.", Unit.Kind.values());
  }

  public Map<String, String> roundings() {
    return words.choices(
        "clubs.unit.rounding.", RoundingMode.DOWN, RoundingMode.HALF_UP, RoundingMode.UP);
  }

  public Map<String, String> ends() {
    return words.choices("clubs.unit.end.", Unit.EndOf.values());
  }

  public Map<String, String> expiries() {
    return ways("clubs.unit.expiry.as.", "never", "rolling", "at_end_of", "while_active");
  }

  public Map<String, String> waitings() {
    return ways("clubs.unit.waiting.as.", "none", "days", "next_visit", "event");
  }

  private Map<String, String> ways(String key, String... codes) {
    Map<String, String> ways = new LinkedHashMap<>();
    for (String code : codes) {
      ways.put(code, words.screen().text(key + code));
    }
    return ways;
  }
}
