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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What units are worth by season, tier and size of payment, as it holds now; a unit that is not
 * listed is always worth what the unit itself says.
 */
@Component
@Order(15)
class WorthsPart implements Part {
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
      Worth worth = clubs.worth(club.id(), unit, clock.instant());
      if (!isPlain(unit, worth)) {
        items.put(unit.code(), json(club, unit, worth));
      }
    }
    return new Items(items);
  }

  private static boolean isPlain(Unit unit, Worth worth) {
    return worth.from(Worth.of(null).from()).equals(Worth.of(unit.worth()));
  }

  private ObjectNode json(Club club, Unit unit, Worth worth) {
    Worth dateless = worth.from(Worth.of(null).from());
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", unit.code());
    return json.setAll(forms.write(WorthView.of(club, unit, dateless))).asObject();
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/worths", becoming.faults())) {
      Unit unit = becoming.unit(fields, "code");
      Worth worth = unit == null ? null : read(fields, unit, becoming);
      if (unit != null && worth != null && !isPlain(unit, worth)) {
        items.put(unit.code(), json(becoming.club(), unit, worth));
      }
    }
    if (becoming.isChecked()) {
      planned(items, becoming);
    }
    return new Items(items);
  }

  /** A table that is set to begin later would take the place of what is put now. */
  private void planned(SortedMap<String, ObjectNode> items, Becoming becoming) {
    Club club = becoming.before();
    Items live = live(club);
    for (Unit unit : club.units()) {
      Instant last = clubs.worths(club.id(), unit).getLast().from();
      if (last.isAfter(clock.instant())
          && !Objects.equals(items.get(unit.code()), live.get(unit.code()))) {
        Map<String, Object> args = Map.of("earliest", last.toString());
        becoming.faults().add("/worths", ClubsCode.WORTH_IN_THE_PAST, args);
      }
    }
  }

  private @Nullable Worth read(Fields fields, Unit unit, Becoming becoming) {
    if (fields.node().has("from")) {
      // A table that begins later is no part of a program: programs go live at times of their own.
      becoming
          .faults()
          .add(
              fields.at("from"),
              RulesCode.UNKNOWN_FIELD,
              Map.of("name", "from", "allowed", "base, rows, minimum, step, maximum, maxPercent"));
      return null;
    }
    WorthRequest form = forms.read(table(fields), WorthRequest.class);
    if (form == null) {
      return null;
    }
    Worth worth = fields.noting(form.read(becoming.club(), unit));
    if (worth != null) {
      tiers(worth, fields, becoming);
    }
    return worth;
  }

  /** The entry without the code of its unit. */
  private static Fields table(Fields fields) {
    ObjectNode table = fields.node().deepCopy().asObject();
    table.remove("code");
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
        Worth worth = wanted == null ? Worth.of(unit.worth()) : parsed(wanted, unit, club);
        Put.done(clubs.putWorth(club.id(), unit.code(), worth, how.actor()));
      }
    }
  }

  private Worth parsed(ObjectNode item, Unit unit, Club club) {
    Becoming becoming = Becoming.known(club);
    Fields table = table(new Fields(item, "", becoming.faults()));
    WorthRequest form = Objects.requireNonNull(forms.read(table, WorthRequest.class));
    return Put.done(form.read(club, unit));
  }
}
