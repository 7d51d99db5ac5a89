package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.clubs.UnitForm;
import club.vafa.kernel.Forms;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.program.file.Faults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What members collect. Units are added and changed, never removed: members hold them. */
@Component
@Order(3)
class UnitsPart implements Part {
  private static final String[] FIELDS = {
    "code",
    "kind",
    "names",
    "forms",
    "decimals",
    "rounding",
    "mayOwe",
    "worth",
    "expiry",
    "waiting",
    "byTier"
  };

  private final Clubs clubs;

  UnitsPart(Clubs clubs) {
    this.clubs = clubs;
  }

  @Override
  public String section() {
    return "units";
  }

  @Override
  public boolean stays() {
    return true;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    club.units().forEach(unit -> items.put(unit.code(), json(club, unit)));
    return new Items(items);
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    Faults faults = becoming.faults();
    Club club = becoming.before();
    for (Fields fields : Fields.entries(section, "/units", faults, FIELDS)) {
      int before = faults.count();
      UnitForm form = form(fields, becoming);
      if (faults.count() > before) {
        continue;
      }
      Unit unit = fields.noting(form.read(club));
      if (unit != null) {
        check(unit, club, fields);
        items.put(unit.code(), json(club, unit));
        becoming.units().add(unit.numbered(number(becoming, unit)));
      }
    }
    return new Items(items);
  }

  /** The number it has or will have. */
  private static int number(Becoming becoming, Unit unit) {
    Club club = becoming.before();
    int highest =
        Stream.concat(club.units().stream(), becoming.units().stream())
            .mapToInt(Unit::number)
            .max()
            .orElse(0);
    return club.unit(unit.code()).map(Unit::number).orElse(highest + 1);
  }

  private static UnitForm form(Fields fields, Becoming becoming) {
    Faults faults = becoming.faults();
    JsonNode expiry = fields.optional("expiry");
    JsonNode waiting = fields.optional("waiting");
    return new UnitForm(
        fields.text("code"),
        fields.text("kind"),
        fields.texts("names"),
        forms(fields),
        fields.whole("decimals"),
        fields.text("rounding"),
        fields.truth("mayOwe"),
        fields.decimal("worth"),
        expiry == null ? null : Terms.expiry(expiry, fields.at("expiry"), faults),
        waiting == null ? null : Terms.waiting(waiting, fields.at("waiting"), becoming),
        Terms.byTier(fields, becoming));
  }

  private static Map<String, @Nullable Map<String, @Nullable String>> forms(Fields unit) {
    JsonNode section = unit.optional("forms");
    Map<String, @Nullable Map<String, @Nullable String>> read = new TreeMap<>();
    Fields languages =
        section == null ? null : Fields.open(section, unit.at("forms"), unit.faults());
    if (languages != null) {
      languages.node().propertyNames().forEach(code -> read.put(code, languages.texts(code)));
    }
    return read;
  }

  private static void check(Unit unit, Club club, Fields fields) {
    Optional<Unit> known = club.unit(unit.code());
    if (known.isPresent() && known.get().kind() != unit.kind()) {
      fields.faults().add(fields.at("kind"), ClubsCode.UNIT_FIXED);
    }
    if (known.isPresent() && known.get().decimals() != unit.decimals()) {
      fields.faults().add(fields.at("decimals"), ClubsCode.UNIT_FIXED);
    }
  }

  private static ObjectNode json(Club club, Unit unit) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", unit.code());
    json.put("kind", lower(unit.kind()));
    Names.write(json.putObject("names"), unit.names());
    if (!unit.forms().equals(Forms.NONE)) {
      ObjectNode forms = json.putObject("forms");
      unit.forms()
          .byCode()
          .forEach((language, nouns) -> {
            ObjectNode written = forms.putObject(language);
            nouns.forEach(written::put);
          });
    }
    json.put("decimals", unit.decimals());
    json.put("rounding", lower(unit.rounding()));
    json.put("mayOwe", unit.mayOwe());
    BigDecimal worth = UnitForm.worth(club, unit);
    if (worth != null) {
      json.put("worth", worth.toPlainString());
    }
    json.set("expiry", Terms.json(unit.expiry()));
    json.set("waiting", Terms.json(unit.waiting()));
    if (!unit.byTier().isEmpty()) {
      json.set("byTier", Terms.json(unit.byTier()));
    }
    return json;
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return UnitSayings.tell(change, telling);
  }

  @Override
  public void apply(Change change, Publishing publishing) {
    Club club = publishing.club();
    List<String> added = change.added();
    List<String> changed = change.changed();
    for (Unit unit : publishing.becoming().units()) {
      if (added.contains(unit.code())) {
        done(clubs.addUnit(club.id(), unit));
      } else if (changed.contains(unit.code())) {
        done(clubs.changeUnit(club.id(), unit));
      }
    }
  }

  private static void done(club.vafa.kernel.Outcome<Unit> outcome) {
    if (outcome instanceof Refused<Unit>(var refusals)) {
      throw new IllegalStateException("a unit that was checked is refused: " + refusals);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
