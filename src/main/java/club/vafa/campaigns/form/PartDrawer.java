package club.vafa.campaigns.form;

import club.vafa.rules.Catalogue;
import club.vafa.rules.Catalogue.Argument;
import club.vafa.rules.Catalogue.Entry;
import club.vafa.rules.Catalogue.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Draws conditions and effects by the catalogue; there is no form written for any of them. */
final class PartDrawer {
  private static final Set<String> RARE = Set.of("expires", "pending");
  private static final Set<String> NO_FIELD = Set.of("conditions", "condition", "steps", "amount");

  private final Ground ground;
  private final Catalogue catalogue;
  private final Set<String> meets;
  private final ArgumentDrawer arguments;

  PartDrawer(Ground ground, Catalogue catalogue, JsonNode trigger) {
    this.ground = ground;
    this.catalogue = catalogue;
    this.meets = meets(trigger.path("on").asString(""));
    this.arguments = new ArgumentDrawer(ground, trigger.path("type").asString(""));
  }

  /** What a trigger brings along. */
  private static Set<String> meets(String trigger) {
    return switch (trigger) {
      case "purchase" -> Set.of("nothing", "sale", "purchase");
      case "return", "referral" -> Set.of("nothing", "sale");
      case "event" -> Set.of("nothing", "event");
      default -> Set.of("nothing");
    };
  }

  ArgumentDrawer arguments() {
    return arguments;
  }

  /** A select that adds what is chosen. */
  Field pick(Group group, String name, String label) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", label, true));
    catalogue.all(group).stream()
        .filter(entry -> meets.contains(entry.needs()))
        .forEach(entry -> all.add(new Choice(entry.code(), title(entry))));
    return Field.select(name, label, all).turning();
  }

  private String title(Entry entry) {
    return ground.text(
        "rules.title." + entry.group().name().toLowerCase(Locale.ROOT) + "." + entry.code());
  }

  List<Clause> all(Group group, JsonNode list, String at) {
    List<Clause> all = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      all.add(one(group, list.get(index), at + "/" + index));
    }
    return all;
  }

  private Clause one(Group group, JsonNode node, String at) {
    Optional<Entry> known =
        catalogue.all(group).stream()
            .filter(entry -> entry.code().equals(node.path(group.word()).asString("")))
            .findFirst();
    return known
        .map(entry -> drawn(entry, node, at))
        .orElseGet(() -> Clause.kept(at, "", node.toString()))
        .faulty(own(at, group));
  }

  /** What is wrong with the part as a whole, or with its being of this kind. */
  private String own(String at, Group group) {
    String whole = ground.faults().at(at);
    return whole.isEmpty() ? ground.faults().at(at + "/" + group.word()) : whole;
  }

  private Clause drawn(Entry entry, JsonNode node, String at) {
    List<Field> fields = new ArrayList<>();
    List<Field> rare = new ArrayList<>();
    List<Clause> parts = new ArrayList<>();
    List<Field> picks = new ArrayList<>();
    String more = "";
    String given = node.path("unit").asString("");
    for (Argument argument : entry.arguments()) {
      String place = at + "/" + argument.name();
      JsonNode value = node.path(argument.name());
      switch (argument.kind()) {
        case "amount" -> {
          Clause amount = amount(value, place, given);
          fields.addAll(amount.fields());
          parts.addAll(amount.parts());
          more = amount.more();
        }
        case "conditions" -> {
          parts.addAll(all(Group.CONDITION, value, place));
          picks.add(pick(Group.CONDITION, "pick:" + place, ground.text("campaigns.form.and_if")));
        }
        case "condition" -> {
          if (value.isObject()) {
            parts.add(one(Group.CONDITION, value, place));
          } else {
            picks.add(pick(Group.CONDITION, "put:" + place, ground.text("campaigns.form.and_if")));
          }
        }
        default ->
            (RARE.contains(argument.kind()) ? rare : fields)
                .add(arguments.field(new ArgumentDrawer.Place(entry, node, at, given), argument));
      }
    }
    return new Clause(at, title(entry), fields, rare, "", parts, picks, more, "");
  }

  /** How much: first by which reckoning, then what that needs. */
  private Clause amount(JsonNode node, String at, String given) {
    String by = node.path("by").asString("");
    List<Choice> kinds =
        catalogue.amounts().stream()
            .filter(entry -> meets.contains(entry.needs()) || entry.code().equals(by))
            .map(entry -> new Choice(entry.code(), title(entry), entry.code().equals(by)))
            .toList();
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.select("kind:" + at, ground.text("campaigns.form.reckoned"), kinds)
            .turning()
            .faulty(own(at, Group.AMOUNT)));
    List<Clause> steps = new ArrayList<>();
    String more = "";
    for (Entry entry : catalogue.amounts()) {
      if (entry.code().equals(by)) {
        for (Argument argument : entry.arguments()) {
          if (!NO_FIELD.contains(argument.kind())) {
            fields.add(arguments.field(new ArgumentDrawer.Place(entry, node, at, given), argument));
          } else if (argument.kind().equals("steps")) {
            more = at + "/" + argument.name();
            steps.addAll(steps(node, more, given));
          }
        }
      }
    }
    return new Clause(at, "", fields, List.of(), "", steps, List.of(), more, "");
  }

  private List<Clause> steps(JsonNode ladder, String at, String given) {
    boolean pieces = ladder.path("of").asString("").equals("quantity");
    List<Clause> steps = new ArrayList<>();
    JsonNode list = ladder.path("steps");
    for (int index = 0; index < list.size(); index++) {
      JsonNode step = list.get(index);
      String place = at + "/" + index;
      List<Field> fields =
          List.of(
              step(step, place + "/from", !pieces).beside(pieces ? "" : arguments.money()),
              step(step, place + "/percent", false).beside("%"),
              step(step, place + "/give", arguments.isMoney(given)).beside(arguments.given(given)));
      steps.add(Clause.of(place, "", fields).faulty(ground.faults().at(place)));
    }
    return steps;
  }

  private Field step(JsonNode step, String pointer, boolean money) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return Field.of(
            (money ? "money:" : "number:") + pointer,
            ground.text("rules.arg.step." + name),
            Look.NUMBER,
            money ? ground.money(step.path(name)) : ground.shown(step.path(name)))
        .faulty(ground.fault(pointer));
  }
}
