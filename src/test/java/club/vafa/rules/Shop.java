package club.vafa.rules;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Rate;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import club.vafa.rules.Vocabulary.UnitInfo;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A café in Tehran that reckons in euro, so that its money has cents, and the words of the tests:
 * campaigns as JSON with single quotes, sales as {@code "LATTE coffee 2 9.00"}, effects as text.
 */
final class Shop {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
  static final Vocabulary WORDS = words(CalendarKind.JALALI);
  private static final Definitions DEFINITIONS = new Definitions();

  private final List<LiveCampaign> live = new ArrayList<>();
  private TriggerKind trigger = TriggerKind.PURCHASE;
  private String eventType = "";
  private final Map<String, Object> attributes = new HashMap<>();
  private Instant at = local("2026-03-28T10:15");
  private CalendarKind calendar = CalendarKind.JALALI;
  private String branch = "tehran-1";
  private String terminal = "t1";
  private String card = "standard";
  private Set<String> coupons = Set.of();
  private long paidByWallets;
  private boolean anonymous;
  private LocalDate joined = LocalDate.of(2026, 1, 1);
  private LocalDate born = LocalDate.of(1990, 6, 15);
  private String tier = "";
  private Set<String> segments = Set.of();
  private Set<String> plans = Set.of();
  private Set<String> entitlements = Set.of();
  private Set<LocalDate> ownDays = Set.of();
  private Set<String> profile = Set.of();
  private boolean referred;
  private Policy policy = Policy.OPEN;
  private @org.jspecify.annotations.Nullable Long draw;
  private long visits;
  private long spent;
  private Instant lastVisit = local("2026-03-20T09:00");
  private final Map<Usage.Counter, Usage.Used> used = new LinkedHashMap<>();

  static Vocabulary words(CalendarKind calendar) {
    Map<String, UnitInfo> units = new HashMap<>();
    unit(units, "points", 0, RoundingMode.DOWN, UnitInfo.Kind.POINTS, new Rate(1, 10), "points");
    unit(units, "miles", 1, RoundingMode.HALF_UP, UnitInfo.Kind.POINTS, null, "miles");
    unit(units, "stamps", 0, RoundingMode.DOWN, UnitInfo.Kind.STAMPS, null, "stamps");
    unit(units, "credit", 2, RoundingMode.HALF_UP, UnitInfo.Kind.CREDIT, new Rate(1, 1), "credit");
    Map<String, AttributeKind> checkup =
        Map.of(
            "kind", AttributeKind.TEXT,
            "km", AttributeKind.NUMBER,
            "first", AttributeKind.BOOLEAN,
            "due", AttributeKind.DATE);
    return new Vocabulary(
        units,
        Currency.getInstance("EUR"),
        calendar,
        TEHRAN,
        Map.of("checkup", new EventSchema(checkup)));
  }

  private static void unit(
      Map<String, UnitInfo> units,
      String code,
      int decimals,
      RoundingMode rounding,
      UnitInfo.Kind kind,
      @org.jspecify.annotations.Nullable Rate worth,
      String name) {
    units.put(code, new UnitInfo(code, decimals, rounding, kind, Map.of(Language.EN, name), worth));
  }

  static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(TEHRAN).toInstant();
  }

  static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  /** A campaign; the parts that matter are given, a code and a name are added. */
  static JsonNode campaign(String code, String fields) {
    return json("{'code':'" + code + "','name':{'en':'" + code + "'}," + fields.strip() + "}");
  }

  static CampaignDefinition parse(JsonNode json) {
    return switch (DEFINITIONS.parse(json, WORDS)) {
      case Done<CampaignDefinition>(CampaignDefinition done) -> done;
      case Refused<CampaignDefinition>(var refusals) ->
          throw new AssertionError(json + " was refused: " + refusals);
    };
  }

  /** {@code /pointer code} for every fault; empty when there is none. */
  static String faults(JsonNode json) {
    return DEFINITIONS.parse(json, WORDS) instanceof Refused<CampaignDefinition>(var refusals)
        ? refusals.stream()
            .map(refusal -> refusal.pointer() + " " + refusal.code().code())
            .collect(Collectors.joining("\n"))
        : "";
  }

  /** Adds a purchase campaign with these rules. */
  Shop runs(String code, String rules) {
    return runsAs(code, "'trigger':{'on':'purchase'},'rules':[" + rules + "]");
  }

  /** Adds a campaign; ids follow the order they are added in. */
  Shop runsAs(String code, String fields) {
    live.add(new LiveCampaign(id(live.size() + 1), 1, parse(campaign(code, fields))));
    return this;
  }

  /** Adds a campaign of one rule on purchases that gives 10 points when this condition holds. */
  Shop when(String condition) {
    return runs(
        "c",
        "{'code':'r','when':["
            + condition
            + "],'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':10}}]}");
  }

  static UUID id(int number) {
    return new UUID(0, number);
  }

  Shop at(String localTime) {
    at = local(localTime);
    return this;
  }

  Shop calendar(CalendarKind kind) {
    calendar = kind;
    return this;
  }

  Shop on(TriggerKind kind, String type) {
    trigger = kind;
    eventType = type;
    return this;
  }

  Shop attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  Shop branch(String code) {
    branch = code;
    return this;
  }

  Shop terminal(String code) {
    terminal = code;
    return this;
  }

  Shop card(String type) {
    card = type;
    return this;
  }

  Shop coupons(String... codes) {
    coupons = new HashSet<>(Arrays.asList(codes));
    return this;
  }

  Shop paidByWallets(long minor) {
    paidByWallets = minor;
    return this;
  }

  Shop anonymous() {
    anonymous = true;
    return this;
  }

  Shop joined(String date) {
    joined = LocalDate.parse(date);
    return this;
  }

  Shop born(String date) {
    born = LocalDate.parse(date);
    return this;
  }

  Shop tier(String code) {
    tier = code;
    return this;
  }

  Shop segments(String... codes) {
    segments = Set.of(codes);
    return this;
  }

  Shop plans(String... codes) {
    plans = Set.of(codes);
    return this;
  }

  Shop entitled(String... codes) {
    entitlements = Set.of(codes);
    return this;
  }

  Shop policy(Policy laidDown) {
    policy = laidDown;
    return this;
  }

  Shop draw(long number) {
    draw = number;
    return this;
  }

  Shop visits(long before) {
    visits = before;
    return this;
  }

  Shop spent(long minor) {
    spent = minor;
    return this;
  }

  Shop referred() {
    referred = true;
    return this;
  }

  Shop ownDays(String... days) {
    ownDays = Arrays.stream(days).map(LocalDate::parse).collect(Collectors.toSet());
    return this;
  }

  Shop profile(String... fields) {
    profile = Set.of(fields);
    return this;
  }

  private Standing standing() {
    Standing plain =
        new Standing(tier.isEmpty() ? Set.of() : Set.of(tier), segments)
            .with(plans, entitlements)
            .withProfile(profile);
    Standing drawn = (draw == null ? plain : plain.drawing(draw)).having(ownDays);
    return referred ? drawn.broughtAlong() : drawn;
  }

  Program program() {
    return Program.compile(live, WORDS, policy);
  }

  /** Lines as {@code sku category quantity amount [cost]}, separated by semicolons. */
  Facts facts(String lines) {
    Sale sale =
        trigger.bringsGoods()
            ? new Sale(branch, terminal, card, lines(lines), coupons, paidByWallets)
            : null;
    Person member =
        anonymous ? null : new Person(joined, born, standing(), visits, spent, null, lastVisit);
    return new Facts(
        trigger,
        eventType,
        at,
        TEHRAN,
        calendar,
        sale,
        attributes,
        member,
        counter -> used.getOrDefault(counter, Usage.Used.NOTHING));
  }

  private static List<Line> lines(String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.split(" +"))
        .map(part -> new Line(part[0], part[1], minor(part[2], 3), minor(part[3], 2), cost(part)))
        .toList();
  }

  private static @org.jspecify.annotations.Nullable Long cost(String[] part) {
    return part.length > 4 ? Long.valueOf(minor(part[4], 2)) : null;
  }

  private static long minor(String decimal, int decimals) {
    return new java.math.BigDecimal(decimal).movePointRight(decimals).longValueExact();
  }

  Decision decide(String lines) {
    Facts facts = facts(lines);
    Program program = program();
    Decision decision = program.decide(facts);
    if (!program.explain(facts).decision().equals(decision)) {
      throw new AssertionError("the explanation tells another decision");
    }
    return decision;
  }

  /** Decides and keeps what counters grew by, as the books would. */
  String sells(String lines) {
    Decision decision = decide(lines);
    decision.consumed().forEach((counter, more) -> used.merge(counter, more, Usage.Used::plus));
    return text(decision);
  }

  /** Effects as {@code rule +10 points}, {@code rule -1.00 [0:1.00]}, {@code rule gift MUG}. */
  static String text(Decision decision) {
    return decision.effects().stream().map(Shop::text).collect(Collectors.joining(", "));
  }

  private static String text(Effect effect) {
    String rule = effect.source().rule();
    return switch (effect) {
      case Effect.Earn(var source, String unit, long wanted, long granted) ->
          rule + " +" + of(granted, wanted, decimals(unit)) + " " + unit;
      case Effect.Discount(var source, long wanted, long granted, Map<Integer, Long> lines) ->
          rule + " -" + of(granted, wanted, 2) + " " + lines;
      case Effect.Gift(var source, String sku, String name, long quantity) ->
          rule + " gift " + sku + "×" + plain(quantity, 3);
      case Effect.Voucher(var source, String reward, long count) ->
          rule + " voucher " + reward + "×" + count;
    };
  }

  private static int decimals(String unit) {
    return WORDS.units().get(unit).decimals();
  }

  private static String of(long granted, long wanted, int decimals) {
    return plain(granted, decimals) + (granted == wanted ? "" : " of " + plain(wanted, decimals));
  }

  private static String plain(long minor, int decimals) {
    return club.vafa.kernel.Amount.plain(minor, decimals);
  }

  /** Reasons as {@code rule code}, in order. */
  static String notApplied(Decision decision) {
    return decision.notApplied().stream()
        .map(reason -> (reason.rule() + " " + reason.code()).strip())
        .collect(Collectors.joining(", "));
  }
}
