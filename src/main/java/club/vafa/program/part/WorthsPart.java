package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import club.vafa.clubs.WorthView;
import club.vafa.clubs.WorthView.WorthRequest;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.program.part.Becoming.Named;
import club.vafa.rules.RulesCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What units are worth by season, tier and size of payment, now and from the times on at which that
 * is set to change; a unit that is not listed is always worth what the unit itself says.
 */
@Component
@Order(15)
class WorthsPart implements Part {
  private static final String LATER = "later";
  private static final Instant NOW = Instant.MIN;

  private final Clubs clubs;
  private final Forms forms;
  private final Clock clock;

  WorthsPart(Clubs clubs, Forms forms, Clock clock) {
    this.clubs = clubs;
    this.forms = forms;
    this.clock = clock;
  }

  @Override
  public String section() {
    return "worths";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Unit unit : club.units()) {
      List<Worth> schedule = schedule(club, unit);
      if (!isPlain(unit, schedule)) {
        items.put(unit.code(), json(club, unit, schedule));
      }
    }
    return new Items(items);
  }

  /** The table that holds now, and those that are set to begin later. */
  private List<Worth> schedule(Club club, Unit unit) {
    Instant now = clock.instant();
    List<Worth> schedule = new ArrayList<>(List.of(clubs.worth(club.id(), unit, now)));
    clubs.worths(club.id(), unit).stream()
        .filter(worth -> worth.from().isAfter(now))
        .forEach(schedule::add);
    return schedule;
  }

  private static boolean isPlain(Unit unit, List<Worth> schedule) {
    return schedule.size() == 1
        && schedule.getFirst().from(NOW).equals(Worth.of(unit.worth()).from(NOW));
  }

  private ObjectNode json(Club club, Unit unit, List<Worth> schedule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", unit.code());
    json.setAll(forms.write(WorthView.of(club, unit, schedule.getFirst().from(NOW))));
    if (schedule.size() > 1) {
      ArrayNode later = json.putArray(LATER);
      schedule
          .subList(1, schedule.size())
          .forEach(worth -> later.add(forms.write(WorthView.of(club, unit, worth))));
    }
    return json;
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/worths", becoming.faults())) {
      Unit unit = becoming.unit(fields, "code");
      List<Worth> schedule = unit == null ? null : read(fields, unit, becoming);
      if (unit != null && schedule != null && !isPlain(unit, schedule)) {
        items.put(unit.code(), json(becoming.club(), unit, schedule));
      }
    }
    return new Items(items);
  }

  /** The table of an entry and those that begin later; null when any is faulty. */
  private @Nullable List<Worth> read(Fields fields, Unit unit, Becoming becoming) {
    List<@Nullable Worth> read = new ArrayList<>();
    if (fields.node().has("from")) {
      // Only what begins later has a beginning: the rest holds from when the program goes live.
      becoming
          .faults()
          .add(
              fields.at("from"),
              RulesCode.UNKNOWN_FIELD,
              Map.of(
                  "name", "from", "allowed", "base, rows, goods, minimum, step, maximum, later"));
      return null;
    }
    read.add(table(table(fields), unit, becoming));
    JsonNode later = fields.node().path(LATER);
    if (fields.node().has(LATER) && !later.isArray()) {
      becoming.faults().add(fields.at(LATER), RulesCode.WRONG_TYPE, Map.of("expected", "list"));
      return null;
    }
    Instant before = becoming.isChecked() ? clock.instant() : NOW;
    for (int at = 0; at < later.size(); at++) {
      String pointer = fields.at(LATER) + "/" + at;
      Fields entry = Fields.open(later.get(at), pointer, becoming.faults());
      Worth worth = entry == null ? null : table(entry, unit, becoming);
      if (worth != null && !worth.from().isAfter(before)) {
        becoming
            .faults()
            .add(
                pointer + "/from",
                ClubsCode.WORTH_IN_THE_PAST,
                Map.of("earliest", before.toString()));
        worth = null;
      }
      before = worth == null ? before : worth.from();
      read.add(worth);
    }
    return read.contains(null) ? null : read.stream().map(Objects::requireNonNull).toList();
  }

  private @Nullable Worth table(Fields fields, Unit unit, Becoming becoming) {
    WorthRequest form = forms.read(fields, WorthRequest.class);
    Worth worth = form == null ? null : fields.noting(form.read(becoming.club(), unit));
    if (worth != null) {
      tiers(worth, fields, becoming);
    }
    return worth;
  }

  /** The entry without the code of its unit and without what begins later. */
  private static Fields table(Fields fields) {
    ObjectNode table = fields.node().deepCopy().asObject();
    table.remove(List.of("code", LATER));
    return new Fields(table, fields.pointer(), fields.faults());
  }

  private static void tiers(Worth worth, Fields fields, Becoming becoming) {
    Set<String> known = becoming.names(Named.TIER);
    for (int at = 0; known != null && at < worth.rows().size(); at++) {
      String tier = worth.rows().get(at).tier();
      if (tier != null && !known.contains(tier)) {
        becoming
            .faults()
            .add(
                fields.pointer() + "/rows/" + at + "/tier",
                InputCode.UNKNOWN_VALUE,
                Map.of(
                    "value",
                    Input.shortened(tier),
                    "allowed",
                    known.isEmpty() ? "–" : String.join(", ", known)));
      }
    }
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("worth", change, telling, WorthPhrases::of);
  }

  /** A unit whose own worth changed has changed its table too, so what is live is looked at. */
  @Override
  public void apply(Change change, Publishing how) {
    Club club = clubs.hold(how.club().id());
    Items live = live(club);
    for (Unit unit : club.units()) {
      ObjectNode wanted = change.after().get(unit.code());
      if (!Objects.equals(wanted, live.get(unit.code()))) {
        List<Worth> schedule =
            wanted == null ? List.of(Worth.of(unit.worth())) : parsed(wanted, unit, club);
        clubs.planWorths(club.id(), unit, schedule, how.actor());
      }
    }
  }

  private List<Worth> parsed(ObjectNode item, Unit unit, Club club) {
    Becoming becoming = Becoming.known(club);
    return Objects.requireNonNull(read(new Fields(item, "", becoming.faults()), unit, becoming));
  }
}
