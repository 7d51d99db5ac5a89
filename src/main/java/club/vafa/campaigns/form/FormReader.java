package club.vafa.campaigns.form;

import club.vafa.rules.Catalogue;
import club.vafa.rules.Catalogue.Argument;
import club.vafa.rules.Catalogue.Entry;
import club.vafa.rules.Catalogue.Group;
import club.vafa.rules.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a form back into the definition it was drawn from. The names of its fields say where each
 * value stands, so what the form does not show stays untouched.
 */
public final class FormReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST = 200_000;

  private final Catalogue catalogue;
  private final Vocabulary words;

  public FormReader(Catalogue catalogue, Vocabulary words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** A campaign that nobody has written anything of: points for money, as most are. */
  public ObjectNode blank() {
    ObjectNode campaign = JSON.objectNode();
    campaign.putObject("name");
    campaign.putObject("trigger").put("on", "purchase");
    ObjectNode rule = campaign.putArray("rules").addObject().put("code", "main");
    rule.putArray("when");
    rule.putArray("then").add(made(Group.EFFECT, "earn"));
    return campaign;
  }

  /** The definition a form was drawn from; empty when that is none. */
  public static Optional<ObjectNode> base(@Nullable String text) {
    if (text == null || text.length() > MOST) {
      return Optional.empty();
    }
    try {
      return MAPPER.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** The definition with what was sent: first values, then what comes and what goes. */
  public ObjectNode read(ObjectNode base, Map<String, List<String>> sent) {
    ObjectNode campaign = base.deepCopy();
    sent.forEach((name, typed) -> value(campaign, name, typed));
    sent.forEach((name, typed) -> shape(campaign, name, typed.getLast()));
    return campaign;
  }

  private void value(ObjectNode campaign, String name, List<String> typed) {
    int colon = name.indexOf(":/");
    String kind = colon < 0 ? "" : name.substring(0, colon);
    if (kind.isEmpty() || Set.of("pick", "put", "kind").contains(kind)) {
      return;
    }
    String pointer = name.substring(colon + 1);
    JsonNode value = Values.read(kind, typed, words);
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = campaign.at(pointer.substring(0, slash));
    if (parent instanceof ObjectNode object) {
      String field = pointer.substring(slash + 1);
      if (value == null) {
        object.remove(field);
      } else {
        object.set(field, value);
      }
    }
  }

  private void shape(ObjectNode campaign, String name, String value) {
    if (value.isBlank()) {
      return;
    }
    int colon = name.indexOf(":/");
    String pointer = colon < 0 ? value : name.substring(colon + 1);
    switch (colon < 0 ? name : name.substring(0, colon)) {
      case "kind" -> turn(campaign, pointer, value);
      case "pick" -> add(campaign, pointer, made(group(pointer), value));
      case "put" -> put(campaign, pointer, made(Group.CONDITION, value));
      case "more" -> more(campaign, pointer);
      case "drop" -> drop(campaign, pointer);
      default -> {
        // Everything else was a value, or belongs to the page.
      }
    }
  }

  private static Group group(String pointer) {
    return pointer.endsWith("/then") ? Group.EFFECT : Group.CONDITION;
  }

  private static void add(ObjectNode campaign, String pointer, JsonNode entry) {
    JsonNode list = campaign.at(pointer);
    if (list instanceof ArrayNode array) {
      array.add(entry);
    } else {
      put(campaign, pointer, JSON.arrayNode().add(entry));
    }
  }

  private static void put(ObjectNode campaign, String pointer, JsonNode value) {
    int slash = pointer.lastIndexOf('/');
    if (slash >= 0 && campaign.at(pointer.substring(0, slash)) instanceof ObjectNode parent) {
      parent.set(pointer.substring(slash + 1), value);
    }
  }

  private static void drop(ObjectNode campaign, String pointer) {
    int slash = pointer.lastIndexOf('/');
    if (slash < 0) {
      return;
    }
    String last = pointer.substring(slash + 1);
    JsonNode parent = campaign.at(pointer.substring(0, slash));
    if (parent instanceof ArrayNode list && last.matches("\\d{1,4}")) {
      list.remove(Integer.parseInt(last));
    } else if (parent instanceof ObjectNode object) {
      object.remove(last);
    }
  }

  private void more(ObjectNode campaign, String pointer) {
    if (pointer.equals("/budget")) {
      campaign.set("budget", JSON.objectNode().put("period", "month"));
    } else if (pointer.equals("/rules")) {
      ObjectNode rule = JSON.objectNode().put("code", free(campaign));
      rule.putArray("when");
      rule.putArray("then").add(made(Group.EFFECT, "earn"));
      add(campaign, pointer, rule);
    } else if (pointer.endsWith("/caps")) {
      add(campaign, pointer, JSON.objectNode().put("per", "member").put("period", "day"));
    } else if (pointer.endsWith("/steps")) {
      add(campaign, pointer, JSON.objectNode());
    }
  }

  private static String free(ObjectNode campaign) {
    Set<String> taken =
        campaign
            .path("rules")
            .valueStream()
            .map(rule -> rule.path("code").asString(""))
            .collect(Collectors.toSet());
    return Stream.iterate(2, at -> at + 1)
        .map(at -> "rule-" + at)
        .filter(code -> !taken.contains(code))
        .findFirst()
        .orElseThrow();
  }

  /** Another kind in the place of one; arguments of the same name stay. */
  private void turn(ObjectNode campaign, String pointer, String code) {
    JsonNode before = campaign.at(pointer);
    if (before.path("by").asString("").equals(code)) {
      return;
    }
    ObjectNode after = made(Group.AMOUNT, code);
    entry(Group.AMOUNT, code)
        .ifPresent(entry -> {
          for (Argument argument : entry.arguments()) {
            JsonNode value = before.get(argument.name());
            if (value != null) {
              after.set(argument.name(), value);
            }
          }
        });
    put(campaign, pointer, after);
  }

  private Optional<Entry> entry(Group group, String code) {
    return catalogue.all(group).stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  /** A new part with what has to be chosen in any case. */
  private ObjectNode made(Group group, String code) {
    ObjectNode made = JSON.objectNode().put(group.word(), code);
    entry(group, code)
        .ifPresent(entry ->
            entry.arguments().stream()
                .filter(Argument::required)
                .forEach(argument -> begin(made, entry, argument)));
    return made;
  }

  private void begin(ObjectNode made, Entry entry, Argument argument) {
    switch (argument.kind()) {
      case "choice" -> made.put(argument.name(), argument.choices().getFirst());
      case "conditions" -> made.putArray(argument.name());
      case "steps" -> made.putArray(argument.name()).addObject();
      case "amount" ->
          made.set(
              argument.name(),
              made(Group.AMOUNT, entry.code().equals("earn") ? "step" : "percent"));
      case "unit" ->
          words.units().values().stream()
              .filter(unit -> Units.fits(entry, unit))
              .min(Units.ORDER)
              .ifPresent(unit -> made.put(argument.name(), unit.code()));
      default -> {
        // The owner says it.
      }
    }
  }
}
