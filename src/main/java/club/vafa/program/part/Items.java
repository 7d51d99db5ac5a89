package club.vafa.program.part;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
}
