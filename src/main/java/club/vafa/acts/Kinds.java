package club.vafa.acts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Which request is which act. Every address that changes something stands in {@code kinds.txt}
 * once, with the act it is or with a dash, when it configures and corrects nothing. Where a form
 * says what is to be done, its line names the field: {@code
 * campaign.{to}(paused=pause|live=resume)}.
 */
@Component
class Kinds {
  private static final String NOTHING = "-";

  private final Map<String, Kind> kinds = new TreeMap<>();

  /**
   * What a request is.
   *
   * @param subject the first part, such as {@code campaign}
   * @param verb the second; empty when a field says it
   * @param field that says it; empty when none does
   * @param verbs by the values the field may have
   */
  record Kind(String subject, String verb, String field, Map<String, String> verbs) {
    static Kind read(String text) {
      int dot = text.indexOf('.');
      String subject = text.substring(0, dot);
      String verb = text.substring(dot + 1);
      if (!verb.startsWith("{")) {
        return new Kind(subject, verb, "", Map.of());
      }
      int end = verb.indexOf('}');
      Map<String, String> verbs = new TreeMap<>();
      for (String value : List.of(verb.substring(end + 2, verb.length() - 1).split("\\|", -1))) {
        int equals = value.indexOf('=');
        verbs.put(value.substring(0, equals), value.substring(equals + 1));
      }
      return new Kind(subject, "", verb.substring(1, end), verbs);
    }

    List<String> all() {
      return field.isEmpty()
          ? List.of(subject + "." + verb)
          : verbs.values().stream().map(one -> subject + "." + one).toList();
    }
  }

  Kinds() {
    try (InputStream file = Kinds.class.getResourceAsStream("kinds.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.strip().split("\\s+", -1);
          String address = parts[0] + " " + parts[1];
          kinds.put(address, parts[2].equals(NOTHING) ? NONE : Kind.read(parts[2]));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final Kind NONE = new Kind("", "", "", Map.of());

  /** The act that a request to this address is. */
  Optional<Kind> of(String method, String pattern) {
    return Optional.ofNullable(kinds.get(method + " " + pattern))
        .filter(kind -> !kind.equals(NONE));
  }

  Set<String> addresses() {
    return kinds.keySet();
  }

  List<String> all() {
    Set<String> all = new TreeSet<>();
    kinds.values().stream().filter(kind -> !kind.equals(NONE)).forEach(k -> all.addAll(k.all()));
    return new ArrayList<>(all);
  }

  Set<String> subjects() {
    Set<String> subjects = new TreeSet<>();
    all().forEach(kind -> subjects.add(kind.substring(0, kind.indexOf('.'))));
    return subjects;
  }
}
