package club.vafa.ui;

import club.vafa.api.ApiCode;
import club.vafa.api.InputRefused;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Toman;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody typed into a form, turned into the document that the API takes for the same. A
 * field's name is what it holds and then its pointer there: {@code text/names/en}, {@code
 * count/stock/total}, {@code day/visible/from}. Only what the fields name is changed of a document
 * that is there, so that a form need not show all of it.
 *
 * @param reader by whose calendar days are read and in whose zone they begin
 */
public record Written(MultiValueMap<String, String> sent, Visitor reader) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_ITEMS = 500;
  private static final int LONGEST_CODE = 36;
  private static final int DRAWN = 36 * 36 * 36 * 36;
  private static final int DEEPEST = 8;
  private static final String GROUPED = "\\d{1,3}(,\\d{3})+(\\.\\d+)?";
  private static final String WHOLE = "-?\\d{1,18}";

  /** The form as it was sent, with what is wrong with it. */
  public Form form(Faults faults) {
    Map<String, String> values = new LinkedHashMap<>();
    String deed = sent.getFirst("to");
    values.put("to", deed == null ? "" : deed);
    sent.forEach((name, all) -> {
      int slash = name.indexOf('/');
      if (slash > 0) {
        String at = name.substring(slash);
        if (name.startsWith("list/")) {
          List<String> items = filled(all);
          for (int index = 0; index < items.size(); index++) {
            values.put(at + "/" + index, items.get(index));
          }
        } else {
          values.put(at, inToman(name) ? Toman.rial(number(all.getLast())) : all.getLast());
        }
      }
    });
    return new Form(values, faults);
  }

  /** A document of nothing but what was typed. */
  public ObjectNode document() {
    return over(NODES.objectNode());
  }

  /** The same without those items of a list in which a field that counts was left empty. */
  public ObjectNode without(String list, String field) {
    ObjectNode document = document();
    if (document.get(list) instanceof ArrayNode items) {
      for (int at = items.size() - 1; at >= 0; at--) {
        if (!items.get(at).hasNonNull(field)) {
          items.remove(at);
        }
      }
    }
    return document;
  }

  /** The same under a code of its own when none was typed, made from the English name. */
  public ObjectNode named(String otherwise) {
    ObjectNode document = document();
    if (!document.hasNonNull("code")) {
      document.put("code", code(document.path("names").path("en").asString(""), otherwise));
    }
    return document;
  }

  /** A code made from a name; when the name has none of its letters, one that is drawn. */
  public static String code(String name, String otherwise) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String lettered = plain.replaceAll("^[-0-9]+", "");
    String shortened = lettered.substring(0, Math.min(lettered.length(), LONGEST_CODE));
    String trimmed = shortened.replaceAll("-+$", "");
    return trimmed.isEmpty() ? otherwise + "-" + drawn() : trimmed;
  }

  private static String drawn() {
    return Integer.toString(ThreadLocalRandom.current().nextInt(DRAWN), Character.MAX_RADIX);
  }

  /** The document with what was typed in place of what it held there. */
  public ObjectNode over(JsonNode before) {
    ObjectNode document = (ObjectNode) before.deepCopy();
    sent.forEach((name, values) -> {
      int slash = name.indexOf('/');
      if (slash > 0 && !name.startsWith("some/")) {
        JsonNode value =
            inToman(name)
                ? value("number", List.of(Toman.rial(number(values.getLast().strip()))))
                : value(name.substring(0, slash), values);
        put(document, place(name), value);
      }
    });
    prune(document);
    sent.forEach((name, values) -> {
      if (name.startsWith("some/")) {
        keep(document, place(name), values.getLast().equals("true"));
      }
    });
    return document;
  }

  /**
   * Whether a field holds money that is typed in toman: one of money, or one of whatever its
   * neighbour says it is measured by.
   */
  private boolean inToman(String name) {
    if (!reader.toman()) {
      return false;
    }
    String measure = name.replaceFirst("^spend/", "text/").replaceFirst("[^/]+$", "by");
    return name.startsWith("money/")
        || (name.startsWith("spend/") && "spend".equals(sent.getFirst(measure)));
  }

  private static String[] place(String name) {
    String[] place = name.substring(name.indexOf('/') + 1).split("/", -1);
    if (place.length > DEEPEST) {
      throw malformed();
    }
    return place;
  }

  /** A part that may be there though none of its fields is filled, and else is not. */
  private static void keep(ObjectNode document, String[] place, boolean there) {
    if (!there) {
      document.remove(place[0]);
    } else if (!document.has(place[0])) {
      document.putObject(place[0]);
    }
  }

  private @Nullable JsonNode value(String kind, List<String> values) {
    String last = values.getLast().strip();
    return switch (kind) {
      case "yes" -> NODES.booleanNode(last.equals("true"));
      case "list" -> list(filled(values));
      case "lines" -> list(values.getLast().lines().map(String::strip).toList());
      case "text" -> last.isEmpty() ? null : NODES.stringNode(last);
      case "number", "money", "spend" -> last.isEmpty() ? null : NODES.stringNode(number(last));
      case "count" -> last.isEmpty() ? null : count(number(last));
      case "date" ->
          last.isEmpty() ? null : NODES.stringNode(day(last).map(LocalDate::toString).orElse(last));
      case "day" -> last.isEmpty() ? null : NODES.stringNode(start(last, 0));
      case "last" -> last.isEmpty() ? null : NODES.stringNode(start(last, 1));
      default -> throw malformed();
    };
  }

  private static List<String> filled(List<String> values) {
    return values.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private static ArrayNode list(List<String> items) {
    ArrayNode list = NODES.arrayNode();
    items.stream().filter(item -> !item.isEmpty()).forEach(list::add);
    return list;
  }

  /** An amount as it is kept, of one that was typed: in Western digits, and money in rial. */
  public static String amount(String typed, boolean toman) {
    String number = number(typed.strip());
    return toman ? Toman.rial(number) : number;
  }

  /** People group digits by threes; anything else that is no number is left to be refused. */
  private static String number(String text) {
    String plain = Digits.western(text);
    return plain.matches(GROUPED) ? plain.replace(",", "") : plain;
  }

  private static JsonNode count(String text) {
    return text.matches(WHOLE) ? NODES.numberNode(Long.parseLong(text)) : NODES.stringNode(text);
  }

  private String start(String text, int later) {
    return day(text)
        .map(day -> day.plusDays(later).atStartOfDay(reader.zone()).toInstant().toString())
        .orElse(text);
  }

  /** What is no day is left to be refused. */
  private Optional<LocalDate> day(String text) {
    return new Typed(Map.of("day", text)).day("day", reader.calendar(), new Input());
  }

  private static void put(JsonNode document, String[] place, @Nullable JsonNode value) {
    JsonNode holder = document;
    for (int at = 0; at < place.length - 1; at++) {
      holder = child(holder, place[at], isIndex(place[at + 1]));
    }
    String last = place[place.length - 1];
    switch (holder) {
      case ObjectNode object when value == null -> object.remove(last);
      case ObjectNode object -> object.set(last, value);
      case ArrayNode array ->
          array.set(index(array, last), value == null ? NODES.nullNode() : value);
      default -> throw malformed();
    }
  }

  private static JsonNode child(JsonNode holder, String name, boolean list) {
    JsonNode there =
        holder instanceof ArrayNode array ? array.get(index(array, name)) : holder.get(name);
    if (there != null && !there.isNull()) {
      return there;
    }
    JsonNode made = list ? NODES.arrayNode() : NODES.objectNode();
    switch (holder) {
      case ObjectNode object -> object.set(name, made);
      case ArrayNode array -> array.set(index(array, name), made);
      default -> throw malformed();
    }
    return made;
  }

  private static boolean isIndex(String name) {
    return name.matches("\\d{1,3}");
  }

  private static int index(ArrayNode array, String name) {
    if (!isIndex(name) || Integer.parseInt(name) >= MOST_ITEMS) {
      throw malformed();
    }
    int index = Integer.parseInt(name);
    while (array.size() <= index) {
      array.addNull();
    }
    return index;
  }

  /** Takes away what holds nothing; an empty item of a list only when none follows it. */
  private static boolean prune(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        if (prune(object.get(name))) {
          object.remove(name);
        }
      }
      return object.isEmpty();
    }
    if (node instanceof ArrayNode array) {
      for (int index = array.size() - 1; index >= 0; index--) {
        if (prune(array.get(index)) && index == array.size() - 1) {
          array.remove(index);
        }
      }
      return array.isEmpty();
    }
    return node.isNull();
  }

  private static InputRefused malformed() {
    return new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
  }
}
