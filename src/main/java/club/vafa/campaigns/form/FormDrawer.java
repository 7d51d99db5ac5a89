package club.vafa.campaigns.form;

import club.vafa.kernel.Language;
import club.vafa.rules.Catalogue;
import club.vafa.rules.Catalogue.Group;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws a whole campaign as a form. */
public final class FormDrawer {
  private static final List<String> TRIGGERS =
      List.of(
          "purchase", "enrolment", "birthday", "referral", "profile", "time", "return", "event");
  private static final List<String> PERS = List.of("sale", "member", "branch", "coupon", "all");
  private static final List<String> PERIODS = List.of("day", "week", "month", "year", "ever");

  private final Ground ground;
  private final Catalogue catalogue;

  public FormDrawer(Ground ground, Catalogue catalogue) {
    this.ground = ground;
    this.catalogue = catalogue;
  }

  public CampaignForm draw(ObjectNode campaign) {
    PartDrawer parts = new PartDrawer(ground, catalogue, campaign.path("trigger"));
    List<String> kept = new ArrayList<>();
    List<Clause> limits = new ArrayList<>(caps(campaign.path("caps"), "/caps"));
    JsonNode budget = campaign.path("budget");
    if (budget.isObject()) {
      limits.add(budget(budget));
    }
    List<Field> dates =
        Stream.of("from", "until").flatMap(name -> date(campaign, name, parts, kept)).toList();
    if (!campaign.path("variants").isMissingNode()) {
      kept.add(ground.text("campaigns.form.kept.variants"));
    }
    return new CampaignForm(
        name(campaign, ground.screen().language()),
        trigger(campaign),
        rules(campaign.path("rules"), parts, kept),
        limits,
        budget.isObject(),
        dates,
        more(campaign),
        kept);
  }

  private Field name(ObjectNode campaign, Language language) {
    String at = "/name/" + language.code();
    String fault = ground.fault(at);
    boolean own = language == ground.screen().language();
    return Field.of(
            "text:" + at,
            own
                ? ground.text("campaigns.form.name")
                : ground.screen().text("campaigns.form.name_in", "language", language.ownName()),
            Look.TEXT,
            campaign.at(at).asString(""))
        .faulty(fault.isEmpty() && own ? ground.faults().at("/name") : fault);
  }

  private List<Field> trigger(ObjectNode campaign) {
    String on = campaign.at("/trigger/on").asString("");
    List<Field> fields = new ArrayList<>();
    List<Choice> triggers =
        TRIGGERS.stream()
            .filter(
                one -> !one.equals("event") || !ground.words().events().isEmpty() || on.equals(one))
            .map(one ->
                new Choice(one, ground.text("campaigns.form.trigger." + one), one.equals(on)))
            .toList();
    fields.add(
        Field.select("text:/trigger/on", ground.text("campaigns.form.when"), triggers)
            .turning()
            .faulty(ground.fault("/trigger/on")));
    if (on.equals("event")) {
      String type = campaign.at("/trigger/type").asString("");
      List<Choice> types = new ArrayList<>();
      types.add(new Choice("", ground.text("campaigns.form.choose"), type.isEmpty()));
      ground.words().events().keySet().stream()
          .sorted()
          .forEach(one -> types.add(new Choice(one, one, one.equals(type))));
      fields.add(
          Field.select("text:/trigger/type", ground.text("campaigns.form.event"), types)
              .turning()
              .faulty(ground.fault("/trigger/type")));
    }
    return fields;
  }

  private List<RuleForm> rules(JsonNode rules, PartDrawer parts, List<String> kept) {
    List<RuleForm> all = new ArrayList<>();
    for (int index = 0; index < rules.size(); index++) {
      String at = "/rules/" + index;
      JsonNode rule = rules.get(index);
      if (!rule.path("variant").isMissingNode()) {
        String variant = rule.path("variant").asString("");
        kept.add(ground.screen().text("campaigns.form.kept.variant", "variant", variant));
      }
      all.add(
          new RuleForm(
              at,
              parts.all(Group.CONDITION, rule.path("when"), at + "/when"),
              parts.pick(
                  Group.CONDITION, "pick:" + at + "/when", ground.text("campaigns.form.and_if")),
              parts.all(Group.EFFECT, rule.path("then"), at + "/then"),
              parts.pick(
                  Group.EFFECT, "pick:" + at + "/then", ground.text("campaigns.form.and_give")),
              caps(rule.path("caps"), at + "/caps"),
              ruleFault(at),
              rules.size() == 1));
    }
    return all;
  }

  private String ruleFault(String at) {
    return Stream.of("", "/then", "/when", "/caps", "/code", "/variant")
        .map(part -> ground.faults().at(at + part))
        .filter(fault -> !fault.isEmpty())
        .findFirst()
        .orElse("");
  }

  private List<Clause> caps(JsonNode caps, String at) {
    List<Clause> all = new ArrayList<>();
    for (int index = 0; index < caps.size(); index++) {
      JsonNode cap = caps.get(index);
      String place = at + "/" + index;
      boolean sale = cap.path("per").asString("").equals("sale");
      List<Field> fields = new ArrayList<>();
      fields.add(choice(cap, place, "per", PERS).turning());
      if (!sale) {
        fields.add(choice(cap, place, "period", PERIODS));
        fields.add(number(cap, place, "uses", "count"));
      }
      fields.add(number(cap, place, "units", "number"));
      fields.add(number(cap, place, "money", "money").beside(money()));
      all.add(
          Clause.of(place, ground.text("campaigns.form.at_most"), fields)
              .faulty(ground.faults().at(place)));
    }
    return all;
  }

  private Clause budget(JsonNode budget) {
    String at = "/budget";
    return Clause.of(
            at,
            ground.text("campaigns.form.budget"),
            List.of(
                number(budget, at, "money", "money").beside(money()),
                number(budget, at, "units", "number"),
                choice(budget, at, "period", PERIODS)))
        .faulty(ground.faults().at(at));
  }

  private String money() {
    return ground.screen().currencySign();
  }

  private Field choice(JsonNode owner, String at, String name, List<String> choices) {
    String now = owner.path(name).asString(name.equals("period") ? "ever" : "");
    return Field.select(
            "text:" + at + "/" + name,
            ground.text("campaigns.form.cap." + name),
            choices.stream()
                .map(one ->
                    new Choice(
                        one, ground.text("campaigns.form." + name + "." + one), one.equals(now)))
                .toList())
        .faulty(ground.fault(at + "/" + name));
  }

  private Field number(JsonNode owner, String at, String name, String kind) {
    return Field.of(
            kind + ":" + at + "/" + name,
            ground.text("campaigns.form.cap." + name),
            Look.NUMBER,
            kind.equals("money") ? ground.money(owner.path(name)) : ground.shown(owner.path(name)))
        .faulty(ground.fault(at + "/" + name));
  }

  /** A begin or end within a day is not shown as a day, which would move it. */
  private Stream<Field> date(
      ObjectNode campaign, String name, PartDrawer parts, List<String> kept) {
    String text = campaign.path(name).asString("");
    String shown = text;
    try {
      if (!text.isEmpty()) {
        ZonedDateTime at = OffsetDateTime.parse(text).atZoneSameInstant(ground.words().zone());
        if (!at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
          kept.add(
              ground
                  .screen()
                  .text(
                      "campaigns.form.kept." + name, "time", ground.screen().time(at.toInstant())));
          return Stream.empty();
        }
        int back = name.equals("until") ? 1 : 0;
        shown = parts.arguments().day(at.toLocalDate().minusDays(back).toString());
      }
    } catch (DateTimeException notATime) {
      shown = text;
    }
    return Stream.of(
        Field.of(name + ":/" + name, ground.text("campaigns.form." + name), Look.DATE, shown)
            .faulty(ground.fault("/" + name)));
  }

  private List<Field> more(ObjectNode campaign) {
    List<Field> all = new ArrayList<>();
    Stream.of(Language.values())
        .filter(language -> language != ground.screen().language())
        .forEach(language -> all.add(name(campaign, language)));
    if (!ground.fixed()) {
      all.add(plain(campaign, "code", "text", Look.TEXT));
    }
    all.add(plain(campaign, "lane", "text", Look.TEXT));
    all.add(plain(campaign, "priority", "count", Look.NUMBER));
    all.add(chosen(campaign, "exclusive", "truth", List.of("false", "true")));
    all.add(plain(campaign, "marginShare", "number", Look.NUMBER).beside("%"));
    all.add(chosen(campaign, "control", "text", List.of("excluded", "included")));
    return all;
  }

  private Field plain(ObjectNode campaign, String name, String kind, Look look) {
    String at = "/" + name;
    String value = Ground.plain(campaign.path(name));
    return Field.of(
            kind + ":" + at,
            ground.text("campaigns.form." + name),
            look,
            look == Look.NUMBER ? ground.shown(value) : value)
        .faulty(ground.fault(at));
  }

  private Field chosen(ObjectNode campaign, String name, String kind, List<String> values) {
    String now = Ground.plain(campaign.path(name));
    List<Choice> all =
        values.stream()
            .map(one ->
                new Choice(
                    one,
                    ground.text("campaigns.form." + name + "." + one),
                    one.equals(now.isEmpty() ? values.getFirst() : now)))
            .toList();
    return Field.select(kind + ":/" + name, ground.text("campaigns.form." + name), all)
        .faulty(ground.fault("/" + name));
  }
}
