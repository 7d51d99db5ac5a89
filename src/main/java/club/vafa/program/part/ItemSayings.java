package club.vafa.program.part;

import club.vafa.rules.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what changes about things that are told phrase by phrase: what one phrase takes the place
 * of is said beside it.
 */
final class ItemSayings {
  private final String kind;
  private final Telling telling;
  private final Phrasing phrasing;
  private final List<String> told = new ArrayList<>();

  private ItemSayings(String kind, Telling telling, Phrasing phrasing) {
    this.kind = kind;
    this.telling = telling;
    this.phrasing = phrasing;
  }

  /** The phrases of a thing, by what they are about. */
  interface Phrasing {
    Map<String, List<String>> phrases(ObjectNode item, Saying saying);
  }

  /**
   * The words of one side.
   *
   * @param telling for the sentences
   * @param words for amounts and days
   */
  record Saying(Telling telling, Wording words) {
    String say(String key, Map<String, Object> args) {
      return telling.say(key, args);
    }
  }

  /** Tells a change of things of one kind, which its sentences are named by. */
  static List<String> tell(String kind, Change change, Telling telling, Phrasing phrasing) {
    ItemSayings sayings = new ItemSayings(kind, telling, phrasing);
    change.added().forEach(code -> sayings.added(item(change.after(), code)));
    change
        .changed()
        .forEach(code -> sayings.changed(item(change.before(), code), item(change.after(), code)));
    change.removed().forEach(code -> sayings.removed(item(change.before(), code)));
    return sayings.told;
  }

  private static ObjectNode item(Items items, String code) {
    return Objects.requireNonNull(items.get(code));
  }

  private void added(ObjectNode item) {
    List<String> all = new ArrayList<>();
    phrasing.phrases(item, after()).values().forEach(all::addAll);
    say(kind + ".new", Map.of("name", name(item), "sentence", String.join(separator(), all)));
  }

  private String separator() {
    return telling.sentences().text(telling.language(), "rules.semicolon", Map.of());
  }

  private void removed(ObjectNode item) {
    say(kind + ".gone", Map.of("name", name(item)));
  }

  private void changed(ObjectNode before, ObjectNode after) {
    String name = name(after);
    int so = told.size();
    if (!name.equals(name(before))) {
      say("renamed", Map.of("before", name(before), "after", name));
    }
    Map<String, List<String>> was = phrasing.phrases(before, before());
    Map<String, List<String>> is = phrasing.phrases(after, after());
    Set<String> topics = new LinkedHashSet<>(is.keySet());
    topics.addAll(was.keySet());
    for (String topic : topics) {
      compare(name, was.getOrDefault(topic, List.of()), is.getOrDefault(topic, List.of()));
    }
    if (told.size() == so) {
      say("other", Map.of("name", name));
    }
  }

  private void compare(String name, List<String> before, List<String> after) {
    List<String> gone = before.stream().filter(phrase -> !after.contains(phrase)).toList();
    List<String> come = after.stream().filter(phrase -> !before.contains(phrase)).toList();
    if (gone.size() == 1 && come.size() == 1) {
      say("instead", Map.of("name", name, "before", gone.getFirst(), "after", come.getFirst()));
      return;
    }
    come.forEach(one -> say("more", Map.of("name", name, "after", one)));
    gone.forEach(one -> say("less", Map.of("name", name, "before", one)));
  }

  private String name(ObjectNode item) {
    String code = item.path("code").asString("");
    if (code.isEmpty()) {
      String from = item.path("from").asString("");
      return telling.say(kind + ".name", Map.of("from", from, "to", item.path("to").asString("")));
    }
    String names = item.has("names") ? "names" : "name";
    return Names.of(item.path(names), telling.language(), code);
  }

  private Saying before() {
    return new Saying(telling, telling.words(telling.before()));
  }

  private Saying after() {
    return new Saying(telling, telling.words(telling.after()));
  }

  private void say(String key, Map<String, Object> args) {
    told.add(telling.say(key, args));
  }
}
