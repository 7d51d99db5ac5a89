package club.vafa.program.part;

import club.vafa.kernel.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a part of a program holds, by code, each in the one form that equal things share. */
public record Items(SortedMap<String, ObjectNode> byCode) {
  public static final Items NONE = new Items(new TreeMap<>());

  public Items {
    byCode = Collections.unmodifiableSortedMap(new TreeMap<>(byCode));
  }

  /** Nothing when there is none of this code. */
  public @Nullable ObjectNode get(String code) {
    return byCode.get(code);
  }

  /** These, and those of the others that are not among them. */
  public Items with(Items others) {
    SortedMap<String, ObjectNode> all = new TreeMap<>(others.byCode);
    all.putAll(byCode);
    return new Items(all);
  }

  /** The codes of both. */
  public SortedSet<String> codes(Items other) {
    SortedSet<String> codes = new TreeSet<>(byCode.keySet());
    codes.addAll(other.byCode.keySet());
    return codes;
  }

  /**
   * What its things are called, by their codes.
   *
   * @param list of each thing, whose entries are meant instead; empty for the things themselves
   */
  public Map<String, Map<Language, String>> names(String list) {
    Map<String, Map<Language, String>> called = new HashMap<>();
    for (ObjectNode item : byCode.values()) {
      Iterable<JsonNode> things = list.isEmpty() ? List.of(item) : item.path(list);
      for (JsonNode thing : things) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
          if (thing.path("names").path(language.code()).isString()) {
            names.put(language, thing.path("names").path(language.code()).stringValue());
          }
        }
        called.put(thing.path("code").asString(""), names);
      }
    }
    return called;
  }
}
