package club.vafa.templates;

import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Sentences;
import club.vafa.program.file.Paper;
import club.vafa.program.file.PaperReader;
import club.vafa.templates.Parameter.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The templates that come with Vafa, read once at the start: a faulty one never gets out. */
@Component
class Shelf {
  /** In the order in which owners look for theirs. */
  private static final List<String> TRADES =
      List.of(
          "cafe",
          "restaurant",
          "supermarket",
          "fashion",
          "beauty",
          "dentist",
          "training",
          "gym",
          "car-service",
          "hotel",
          "web-shop",
          "miles",
          "charity",
          "coalition");

  private static final List<String> WHOLE =
      List.of("tiers", "worths", "rewards", "stampCards", "plans", "campaigns");

  private final Sentences sentences;
  private final List<Template> templates;

  Shelf(Sentences sentences) {
    this.sentences = sentences;
    this.templates = TRADES.stream().map(this::read).toList();
  }

  List<Template> all() {
    return templates;
  }

  private Template read(String trade) {
    return template(trade, paper(trade));
  }

  private static JsonNode paper(String name) {
    return switch (PaperReader.read(text(name))) {
      case Done<Paper>(Paper paper) -> paper.root();
      case Refused<Paper>(var refusals) ->
          throw new IllegalStateException(name + ".yaml cannot be read: " + refusals);
    };
  }

  private static String text(String trade) {
    try (InputStream file = Shelf.class.getResourceAsStream(trade + ".yaml")) {
      return new String(Objects.requireNonNull(file, trade).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(trade, unreadable);
    }
  }

  private Template template(String trade, JsonNode root) {
    List<Parameter> parameters = new ArrayList<>();
    root.get("parameters")
        .properties()
        .forEach(one -> parameters.add(parameter(one.getKey(), one.getValue())));
    return new Template(
        trade,
        texts(root.get("names")),
        texts(root.get("says")),
        parameters,
        root.path("pointsPerBasket").asInt(1),
        whole((ObjectNode) root.get("program")));
  }

  /** A template takes the place of what is live: what it has not is none, not left as it is. */
  private static ObjectNode whole(ObjectNode program) {
    WHOLE.forEach(section -> program.withArray(section));
    ArrayNode own = program.withArray("messages");
    Set<String> codes =
        own.valueStream().map(text -> text.path("code").asString("")).collect(Collectors.toSet());
    for (JsonNode text : paper("messages")) {
      if (!codes.contains(text.path("code").asString(""))) {
        own.add(text);
      }
    }
    return program;
  }

  private Parameter parameter(String code, JsonNode node) {
    JsonNode names = node.path("names");
    return new Parameter(
        code,
        Kind.valueOf(node.get("kind").stringValue().toUpperCase(Locale.ROOT)),
        names.isObject() ? texts(names) : usualNames(code),
        number(node.path("usual")),
        number(node.path("least")),
        number(node.path("most")),
        node.path("words").isObject() ? texts(node.get("words")) : Map.of());
  }

  /** What most templates ask for is called the same everywhere. */
  private Map<Language, String> usualNames(String code) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, sentences.text(language, "templates.parameter." + code, Map.of()));
    }
    return names;
  }

  private static Map<Language, String> texts(JsonNode node) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, node.get(language.code()).stringValue());
    }
    return texts;
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : null;
  }
}
