package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Sentences;
import club.vafa.templates.Figures.Choices;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fourteen templates: complete, in three languages, sensible in every money. */
class TemplateFilesTests {
  private static final List<String> MONEY =
      List.of("EUR", "USD", "GBP", "IRR", "IQD", "AED", "SAR", "KWD", "TRY", "AFN", "JPY", "EGP");

  private final Shelf shelf = new Shelf(new Sentences());
  private final Choosing choosing = new Choosing(new PriceLevels());

  static Club club(String currency) {
    return new Club(
        new ClubId(new UUID(7, 7)),
        "club",
        "Morgenrot",
        Currency.getInstance(currency),
        java.time.ZoneId.of("Asia/Tehran"),
        CalendarKind.GREGORIAN,
        Language.EN,
        "IR",
        false,
        Club.GiftCardsEarn.WHEN_SPENT,
        Club.ReturnPolicy.WITHIN_BALANCE,
        Club.Look.PLAIN,
        List.of());
  }

  private ObjectNode program(String trade, String currency, Map<String, String> given) {
    Template template =
        shelf.all().stream().filter(one -> one.trade().equals(trade)).findFirst().orElseThrow();
    Club club = club(currency);
    return switch (choosing.choose(club, template, given)) {
      case Done<Choices>(Choices choices) ->
          new Figures(template, choices, club.currency()).program();
      case Refused<Choices>(var refusals) -> throw new AssertionError(refusals);
    };
  }

  @Test
  void thereIsOneForEachTrade() {
    assertThat(shelf.all()).hasSize(14);
    for (Template template : shelf.all()) {
      assertThat(template.names()).as(template.trade()).hasSize(3);
      assertThat(template.says()).as(template.trade()).hasSize(3);
      assertThat(template.parameters().stream().map(Parameter::code))
          .as(template.trade())
          .contains("basket", "generosity", "expiry");
    }
  }

  /** Each has units, tiers, campaigns and rewards, and most a stamp card or a plan. */
  @Test
  void eachIsACompleteClub() {
    for (Template template : shelf.all()) {
      for (String section : List.of("settings", "units", "tiers", "rewards", "campaigns")) {
        assertThat(template.program().path(section)).as(template.trade() + section).isNotEmpty();
      }
    }
  }

  @Test
  void whateverIsCalledSomethingIsCalledSoInThreeLanguages() {
    for (Template template : shelf.all()) {
      named(template.program(), template.trade());
    }
  }

  @Test
  void eachHasItsTextsOfMessages() {
    for (Template template : shelf.all()) {
      assertThat(
              template
                  .program()
                  .path("messages")
                  .valueStream()
                  .map(text -> text.path("code").asString("")))
          .as(template.trade())
          .containsExactly(
              "welcome",
              "birthday",
              "points-expiring",
              "tier-up",
              "tier-ending",
              "reward-ready",
              "miss-you");
    }
  }

  private static void named(JsonNode node, String place) {
    for (String names : List.of("name", "names", "benefits", "titles", "texts")) {
      if (node.path(names).isObject()) {
        assertThat(node.get(names).propertyNames())
            .as(place + " " + node)
            .containsExactly("en", "fa", "ar");
      }
    }
    node.forEach(child -> named(child, place));
  }

  @Test
  void moneyIsAsShopsOfTheCountryWriteIt() {
    String told =
        MONEY.stream()
            .map(money -> {
              JsonNode cafe = program("cafe", money, Map.of());
              return "%s: a point for %s, worth %s; a coffee %s points, up to %s"
                  .formatted(
                      money,
                      cafe.at("/campaigns/0/rules/0/then/0/amount/each").asString(""),
                      cafe.at("/units/0/worth").asString(""),
                      cafe.at("/rewards/0/prices/0/amount").asString(""),
                      cafe.at("/rewards/0/voucher/money").asString(""));
            })
            .collect(Collectors.joining("\n"));

    assertThat(told)
        .isEqualTo(
            """
            EUR: a point for 0.6, worth 0.048; a coffee 80 points, up to 4
            USD: a point for 0.8, worth 0.064; a coffee 80 points, up to 5
            GBP: a point for 0.6, worth 0.048; a coffee 80 points, up to 4
            IRR: a point for 250000, worth 20000; a coffee 80 points, up to 1500000
            IQD: a point for 800, worth 64; a coffee 80 points, up to 5000
            AED: a point for 2.5, worth 0.2; a coffee 80 points, up to 15
            SAR: a point for 2.5, worth 0.2; a coffee 80 points, up to 15
            KWD: a point for 0.2, worth 0.016; a coffee 80 points, up to 1.2
            TRY: a point for 20, worth 1.6; a coffee 80 points, up to 120
            AFN: a point for 30, worth 2.4; a coffee 80 points, up to 200
            JPY: a point for 100, worth 8; a coffee 80 points, up to 600
            EGP: a point for 20, worth 1.6; a coffee 80 points, up to 120\
            """);
  }

  @Test
  void whatTheOwnerSaysStandsAndTheRestFollows() {
    JsonNode cafe =
        program(
            "cafe",
            "EUR",
            Map.of("basket", "۱۲٫۵۰".replace('٫', '.'), "generosity", "10", "expiry", "6"));

    assertThat(cafe.at("/campaigns/0/rules/0/then/0/amount/each").asString("")).isEqualTo("1.2");
    assertThat(cafe.at("/units/0/worth").asString("")).isEqualTo("0.12");
    assertThat(cafe.at("/units/0/expiry/months").asInt()).isEqualTo(6);
  }

  @Test
  void nothingIsLeftOpenInAnyMoney() {
    for (Template template : shelf.all()) {
      for (String money : MONEY) {
        assertThat(program(template.trade(), money, Map.of()).toString())
            .as(template.trade() + " in " + money)
            .doesNotContain("\"=");
      }
    }
  }

  @Test
  void whatIsWrongIsSaid() {
    Template cafe = shelf.all().getFirst();
    Map<String, String> given =
        Map.of("basket", "much", "generosity", "90", "expiry", "1.5", "colour", "red");

    assertThat(choosing.choose(club("EUR"), cafe, given))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals().stream().map(TemplateFilesTests::told))
                    .containsExactlyInAnyOrder(
                        "/parameters/basket not_a_number",
                        "/parameters/generosity template_parameter_range",
                        "/parameters/expiry too_many_decimals",
                        "/parameters/colour template_parameter_unknown"));
    assertThat(choosing.choose(club("XAF"), cafe, Map.of()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals().stream().map(TemplateFilesTests::told))
                    .containsExactly("/parameters/basket template_money_needed"));
    assertThat(choosing.choose(club("XAF"), cafe, Map.of("basket", "4000")))
        .isInstanceOf(Done.class);
  }

  private static String told(Object refusal) {
    club.vafa.kernel.Refusal one = (club.vafa.kernel.Refusal) refusal;
    return one.pointer() + " " + one.code().code();
  }
}
