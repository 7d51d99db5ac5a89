package club.vafa.rules;

import club.vafa.kernel.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What the things are called that definitions name by their codes. */
public record Called(Map<Thing, Map<String, Map<Language, String>>> names) {
  public static final Called NOTHING = new Called(Map.of());

  public Called {
    names = Map.copyOf(names);
  }

  /** What definitions name, besides units. */
  public enum Thing {
    CATEGORY,
    BRANCH,
    TERMINAL,
    EVENT,
    TIER,
    REWARD,
    PLAN,
    ENTITLEMENT
  }

  /** The same with the names of these, which go before those it had. */
  public Called with(Thing thing, Map<String, Map<Language, String>> called) {
    Map<String, Map<Language, String>> named = new HashMap<>(names.getOrDefault(thing, Map.of()));
    named.putAll(called);
    Map<Thing, Map<String, Map<Language, String>>> all = new EnumMap<>(Thing.class);
    all.putAll(names);
    all.put(thing, Map.copyOf(named));
    return new Called(all);
  }

  /** In the reader's language, else in any there is; its code when it has no name. */
  public String name(Thing thing, String code, Language language) {
    Map<Language, String> known = names.getOrDefault(thing, Map.of()).getOrDefault(code, Map.of());
    return known.getOrDefault(language, known.values().stream().sorted().findFirst().orElse(code));
  }
}
