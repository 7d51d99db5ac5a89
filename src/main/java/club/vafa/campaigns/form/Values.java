package club.vafa.campaigns.form;

import club.vafa.kernel.Digits;
import club.vafa.kernel.Toman;
import club.vafa.rules.Vocabulary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What was typed, as a definition writes it. What cannot be read is kept as it was typed: the rules
 * then say what is wrong with it.
 */
final class Values {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");
  private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})");

  private Values() {}

  /** The value of a field; null when nothing was typed. */
  static @Nullable JsonNode read(String kind, List<String> typed, Vocabulary words) {
    List<String> given = typed.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
    if (given.isEmpty()) {
      return null;
    }
    String text = given.getLast();
    return switch (kind) {
      case "number" -> JSON.stringNode(number(text));
      case "money" -> JSON.stringNode(words.toman() ? Toman.rial(number(text)) : number(text));
      case "count" -> count(text);
      case "date" -> JSON.stringNode(date(text, words).map(LocalDate::toString).orElse(text));
      case "from" -> instant(text, 0, words);
      case "until" -> instant(text, 1, words);
      case "monthday" -> JSON.stringNode(pair(MONTH_DAY, text, "%02d-%02d"));
      case "time" -> JSON.stringNode(pair(TIME, text, "%02d:%02d"));
      case "truth" -> JSON.booleanNode(text.equals("true"));
      case "list" -> list(given, "text");
      case "numbers" -> list(given, "number");
      case "counts" -> list(given, "count");
      case "json" -> json(text);
      default -> JSON.stringNode(text);
    };
  }

  /** Plain digits; commas between thousands are left out, as a comma is no decimal point here. */
  static String number(String text) {
    String plain = Digits.western(text).replaceAll("[\\s\u00A0\u202F_]", "");
    return GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
  }

  private static JsonNode count(String text) {
    String plain = number(text);
    return WHOLE.matcher(plain).matches()
        ? JSON.numberNode(Long.parseLong(plain))
        : JSON.stringNode(plain);
  }

  private static Optional<LocalDate> date(String text, Vocabulary words) {
    return Days.read(text, words.calendar());
  }

  /** The first instant of a day in the club's zone; the end of a day is the next one's begin. */
  private static JsonNode instant(String text, int later, Vocabulary words) {
    return JSON.stringNode(
        date(text, words)
            .map(day -> day.plusDays(later).atStartOfDay(words.zone()).toOffsetDateTime())
            .map(Object::toString)
            .orElse(text));
  }

  private static String pair(Pattern pattern, String text, String format) {
    Matcher parts = pattern.matcher(Digits.western(text));
    if (!parts.matches()) {
      return Digits.western(text);
    }
    int second = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    return format.formatted(Integer.parseInt(parts.group(1)), second);
  }

  private static ArrayNode list(List<String> given, String kind) {
    ArrayNode list = JSON.arrayNode();
    given.stream()
        .flatMap(text -> Arrays.stream(text.split("[,،؛;\\n]")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .forEach(text ->
            list.add(
                switch (kind) {
                  case "number" -> JSON.stringNode(number(text));
                  case "count" -> count(text);
                  default -> JSON.stringNode(text);
                }));
    return list;
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException broken) {
      return JSON.stringNode(text);
    }
  }
}
