package club.vafa.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What stands in the fields of a form, and what is wrong with it. A field is named by the JSON
 * pointer it has in the API, so that what the API refuses is shown beside it.
 *
 * @param values by pointer
 */
public record Form(Map<String, String> values, Faults faults) {
  public static final Form EMPTY = new Form(Map.of(), Faults.NONE);

  public Form {
    values = Map.copyOf(values);
  }

  /** A form that shows what is there already. */
  public static Form of(JsonNode document) {
    Map<String, String> values = new LinkedHashMap<>();
    collect("", document, values);
    return new Form(values, Faults.NONE);
  }

  private static void collect(String at, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(at + "/" + field.getKey(), field.getValue(), values));
    } else if (node.isArray()) {
      IntStream.range(0, node.size())
          .forEach(index -> collect(at + "/" + index, node.get(index), values));
    } else if (!node.isNull()) {
      values.put(at, node.asString());
    }
  }

  /** The same with a value for a field that has none. */
  public Form or(String at, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.putIfAbsent(at, value);
    return new Form(more, faults);
  }

  public Form with(Faults found) {
    return new Form(values, found);
  }

  public String value(String at) {
    return values.getOrDefault(at, "");
  }

  public String fault(String at) {
    return faults.at(at);
  }

  /** What is wrong with nothing that has a field here. */
  public List<String> loose() {
    List<String> loose = new ArrayList<>(faults.others());
    faults
        .byField()
        .forEach((at, sentence) -> {
          if (!values.containsKey(at) && !isNames(at)) {
            loose.add(sentence);
          }
        });
    return loose;
  }

  /** Whether the fields of a name in several languages stand here, which tell what is wrong. */
  private boolean isNames(String at) {
    return at.matches(".*/names?")
        && values.keySet().stream().anyMatch(place -> place.startsWith(at + "/"));
  }

  /** Whether a box is ticked. */
  public boolean is(String at) {
    return value(at).equals("true");
  }

  /** Whether a part is wanted, by its own box or else because there is something in it. */
  public boolean has(String at) {
    return values.containsKey(at)
        ? is(at)
        : values.keySet().stream().anyMatch(place -> place.startsWith(at + "/"));
  }

  /** Whether a list holds an item. */
  public boolean holds(String at, String item) {
    return values.entrySet().stream()
        .anyMatch(entry -> entry.getKey().startsWith(at + "/") && entry.getValue().equals(item));
  }

  /** How many items a list has, up to the last of which anything is filled in. */
  public int size(String at) {
    int size = 0;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      if (entry.getKey().startsWith(at + "/") && !entry.getValue().isEmpty()) {
        String index = entry.getKey().substring(at.length() + 1).split("/", 2)[0];
        size = index.matches("\\d{1,3}") ? Math.max(size, Integer.parseInt(index) + 1) : size;
      }
    }
    return size;
  }

  /** A moment as the day on which it begins, as people type it; what is none stays. */
  public String day(String at, Screen screen) {
    return day(at, screen, 0);
  }

  /** A moment as the last day before it. */
  public String lastDay(String at, Screen screen) {
    return day(at, screen, 1);
  }

  private String day(String at, Screen screen, int earlier) {
    String value = value(at);
    try {
      return value.contains("T")
          ? screen.typed(
              LocalDate.ofInstant(Instant.parse(value), screen.club().zone()).minusDays(earlier))
          : value;
    } catch (DateTimeException typedSo) {
      return value;
    }
  }

  /** What a field is called within its page, for labels to name it. */
  public static String id(String at) {
    return "f" + at.replace('/', '-');
  }
}
