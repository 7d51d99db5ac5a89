package club.vafa.campaigns.form;

import club.vafa.rules.Catalogue.Argument;
import club.vafa.rules.Catalogue.Entry;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import club.vafa.rules.Vocabulary.UnitInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Draws single arguments by their form hints. */
final class ArgumentDrawer {
  private static final List<String> FIELDS =
      List.of("phone", "email", "externalId", "firstName", "lastName", "birthDate", "locale");
  private static final String PLAIN = "text";

  private final Ground ground;
  private final EventSchema event;

  ArgumentDrawer(Ground ground, String eventType) {
    this.ground = ground;
    this.event = ground.words().events().getOrDefault(eventType, new EventSchema(Map.of()));
  }

  /**
   * Where an argument stands.
   *
   * @param owner the condition, amount or effect as JSON
   * @param given the unit that is given, empty for money
   */
  record Place(Entry entry, JsonNode owner, String at, String given) {}

  Field field(Place place, Argument argument) {
    String at = place.at() + "/" + argument.name();
    String label =
        ground.text(
            "rules.arg."
                + place.entry().group().name().toLowerCase(Locale.ROOT)
                + "."
                + place.entry().code()
                + "."
                + argument.name());
    Field drawn = drawn(place, argument, new Asked(at, label, place.owner().path(argument.name())));
    return drawn.faulty(ground.fault(at));
  }

  /** What is drawn: where it stands, what it is called and what it holds. */
  private record Asked(String at, String label, JsonNode value) {}

  private Field drawn(Place place, Argument argument, Asked asked) {
    return switch (argument.kind()) {
      case "money" -> money(asked).beside(money());
      case "give" ->
          (isMoney(place.given()) ? money(asked) : number(asked, "number"))
              .beside(given(place.given()));
      case "percent" -> number(asked, "number").beside("%");
      case "quantity", "decimal" -> number(asked, "number");
      case "factor" -> number(asked, "number").beside("×");
      case "count" -> number(asked, "count");
      case "time_of_day" -> number(asked, "time");
      case "month_day" -> number(asked, "monthday").beside(ground.text("campaigns.form.monthday"));
      case "date" -> date(asked);
      case "counts" -> free(asked, "counts");
      case "choice" -> choice(argument, asked);
      case "choices" -> checks(asked, weekdays(), false);
      case "fields" -> checks(asked, profile(), true);
      case "unit" -> select(asked, units(place.entry())).turning();
      case "attribute" -> select(asked, attributes(place.entry())).turning();
      case "value" -> value(place, asked);
      case "values" -> values(place, asked);
      case "texts", "tiers", "plans", "entitlements", "coupons" ->
          several(
              asked, ground.offers().of(place.entry().code(), argument.name(), argument.kind()));
      case "reward" -> select(asked, ground.offers().list("rewards"));
      case "expires", "pending" -> lifetime(argument, asked);
      default ->
          Field.of("text:" + asked.at(), asked.label(), Look.TEXT, Ground.plain(asked.value()));
    };
  }

  private Field number(Asked asked, String kind) {
    return Field.of(
        kind + ":" + asked.at(), asked.label(), Look.NUMBER, ground.shown(asked.value()));
  }

  private Field money(Asked asked) {
    return Field.of("money:" + asked.at(), asked.label(), Look.NUMBER, ground.money(asked.value()));
  }

  String money() {
    return ground.screen().currencySign();
  }

  /** What is given is money where it is of no unit. */
  boolean isMoney(String unit) {
    return ground.words().units().get(unit) == null;
  }

  String given(String unit) {
    UnitInfo info = ground.words().units().get(unit);
    return info == null ? money() : info.name(ground.screen().language());
  }

  private Field date(Asked asked) {
    return Field.of(
        "date:" + asked.at(), asked.label(), Look.DATE, day(Ground.plain(asked.value())));
  }

  /** A day of the definition as the club writes it; what is no day stays as it is. */
  String day(String iso) {
    if (!iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return iso;
    }
    try {
      return ground.shown(Days.written(LocalDate.parse(iso), ground.words().calendar()));
    } catch (java.time.DateTimeException noSuchDay) {
      return iso;
    }
  }

  private Field free(Asked asked, String kind) {
    List<String> values = texts(asked.value()).stream().map(ground::shown).toList();
    return Field.of(kind + ":" + asked.at(), asked.label(), Look.LIST, String.join(", ", values));
  }

  private Field choice(Argument argument, Asked asked) {
    List<Choice> all = new ArrayList<>();
    if (!argument.required()) {
      all.add(new Choice("", ground.text("campaigns.form.any")));
    }
    String name = argument.name();
    argument
        .choices()
        .forEach(one -> all.add(new Choice(one, ground.text("rules.choice." + name + "." + one))));
    return select(asked, all);
  }

  private Field select(Asked asked, List<Choice> choices) {
    return select(PLAIN, asked, choices);
  }

  /** What is chosen stays to be chosen, also when the club no longer has it. */
  private Field select(String kind, Asked asked, List<Choice> choices) {
    String now = Ground.plain(asked.value());
    List<Choice> all = new ArrayList<>();
    if (now.isEmpty() && choices.stream().noneMatch(one -> one.value().isEmpty())) {
      all.add(new Choice("", ground.text("campaigns.form.choose"), true));
    }
    choices.forEach(one -> all.add(one.chosen(one.value().equals(now))));
    if (all.stream().noneMatch(Choice::chosen)) {
      boolean told = kind.equals(PLAIN);
      all.add(new Choice(now, told ? now : ground.text("campaigns.form.as_it_is"), true));
    }
    return Field.select(kind + ":" + asked.at(), asked.label(), all);
  }

  private Field several(Asked asked, List<Choice> choices) {
    return choices.isEmpty() ? free(asked, "list") : checks(asked, choices, true);
  }

  private Field checks(Asked asked, List<Choice> choices, boolean more) {
    Set<String> now = new LinkedHashSet<>(texts(asked.value()));
    List<Choice> all = choices.stream().map(one -> one.chosen(now.contains(one.value()))).toList();
    choices.forEach(one -> now.remove(one.value()));
    return new Field(
        "list:" + asked.at(),
        asked.label(),
        Look.CHECKS,
        String.join(", ", now),
        all,
        more ? ground.text("campaigns.form.others") : "",
        false,
        "");
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(Ground::plain).toList()
        : Stream.of(Ground.plain(value)).filter(text -> !text.isEmpty()).toList();
  }

  /** The week begins where it does for the reader. */
  private List<Choice> weekdays() {
    int first = ground.screen().language().rightToLeft() ? DayOfWeek.SATURDAY.getValue() : 1;
    return Stream.iterate(first, day -> day % 7 + 1)
        .limit(7)
        .map(DayOfWeek::of)
        .map(day ->
            new Choice(
                day.name().substring(0, 3).toLowerCase(Locale.ROOT),
                day.getDisplayName(TextStyle.FULL_STANDALONE, ground.screen().language().locale())))
        .toList();
  }

  private List<Choice> profile() {
    return FIELDS.stream()
        .map(name -> new Choice(name, ground.text("rules.field." + name)))
        .toList();
  }

  private List<Choice> units(Entry entry) {
    return ground.words().units().values().stream()
        .filter(unit -> Units.fits(entry, unit))
        .sorted(Units.ORDER)
        .map(unit -> new Choice(unit.code(), unit.name(ground.screen().language())))
        .toList();
  }

  private List<Choice> attributes(Entry entry) {
    boolean numbers = entry.group() == club.vafa.rules.Catalogue.Group.AMOUNT;
    return event.attributes().entrySet().stream()
        .filter(one -> !numbers || one.getValue() == AttributeKind.NUMBER)
        .map(Map.Entry::getKey)
        .sorted()
        .map(name -> new Choice(name, name))
        .toList();
  }

  private AttributeKind kind(Place place) {
    return event
        .attributes()
        .getOrDefault(place.owner().path("name").asString(""), AttributeKind.TEXT);
  }

  private Field value(Place place, Asked asked) {
    return switch (kind(place)) {
      case NUMBER -> number(asked, "number");
      case DATE -> date(asked);
      case TEXT, BOOLEAN ->
          Field.of(PLAIN + ":" + asked.at(), asked.label(), Look.TEXT, Ground.plain(asked.value()));
    };
  }

  private Field values(Place place, Asked asked) {
    return switch (kind(place)) {
      case NUMBER -> free(asked, "numbers");
      case TEXT, DATE -> free(asked, "list");
      case BOOLEAN ->
          select(
              "json",
              asked,
              List.of(
                  new Choice("", ground.text("campaigns.form.any")),
                  new Choice("[true]", ground.text("rules.yes")),
                  new Choice("[false]", ground.text("rules.no"))));
    };
  }

  private Field lifetime(Argument argument, Asked asked) {
    return select("json", asked, new Lifetimes(ground).of(argument.kind()));
  }
}
