package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.Forms;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.templates.Figures.Choices;
import club.vafa.templates.guide.GuideMaker;
import club.vafa.templates.guide.GuidePage;
import club.vafa.ui.Shades;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page for members, of every template in every language. */
class GuideTests {
  /** What fits on one page of A4, as was seen with a browser. */
  private static final int MOST_SIGNS = 4_500;

  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  private final Sentences sentences = new Sentences();
  private final Shelf shelf = new Shelf(sentences);
  private final Choosing choosing = new Choosing(new PriceLevels());

  private Guide guide(Template template, Language language) {
    Club club = TemplateFilesTests.club(language == Language.EN ? "EUR" : "IRR");
    JsonNode program =
        switch (choosing.choose(club, template, Map.of())) {
          case Done<Choices>(Choices choices) ->
              new Figures(template, choices, club.currency()).program();
          case Refused<Choices>(var refusals) -> throw new AssertionError(refusals);
        };
    return new GuideMaker(club, language, program, sentences).guide(words(club, program), NOW);
  }

  private static Vocabulary words(Club club, JsonNode program) {
    Map<String, UnitInfo> units = new HashMap<>();
    for (JsonNode unit : program.path("units")) {
      Map<Language, String> names = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        names.put(language, unit.at("/names/" + language.code()).asString(""));
      }
      UnitInfo.Kind kind =
          UnitInfo.Kind.valueOf(unit.path("kind").asString("").toUpperCase(Locale.ROOT));
      String code = unit.path("code").asString("");
      units.put(
          code,
          new UnitInfo(
              code,
              unit.path("decimals").asInt(0),
              RoundingMode.DOWN,
              kind,
              names,
              Forms.found((language, plural) ->
                  unit.path("forms").path(language.code()).path(plural.code()).stringValue(null)),
              null));
    }
    Map<String, EventSchema> events = new HashMap<>();
    for (JsonNode event : program.path("eventTypes")) {
      Map<String, AttributeKind> attributes = new HashMap<>();
      event
          .path("attributes")
          .properties()
          .forEach(one ->
              attributes.put(
                  one.getKey(),
                  AttributeKind.valueOf(
                      one.getValue().path("type").asString("").toUpperCase(Locale.ROOT))));
      events.put(event.path("code").asString(""), new EventSchema(attributes));
    }
    return new Vocabulary(units, club.currency(), club.calendar(), club.zone(), events);
  }

  @Test
  void everyTemplateIsToldInEveryLanguage() throws IOException {
    String folder = System.getProperty("vafa.guides.folder");
    for (Template template : shelf.all()) {
      for (Language language : Language.values()) {
        Guide guide = guide(template, language);
        String page = GuidePage.of(guide, Shades.of(Shades.OWN), null);
        if (folder != null) {
          Files.writeString(
              Path.of(folder, template.trade() + "-" + language.code() + ".html"), page);
        }
        String named = template.trade() + " in " + language;
        assertThat(guide.sections().getFirst().items())
            .as(named)
            .hasSize(template.program().path("campaigns").size());
        assertThat(signs(guide)).as(named).isLessThan(MOST_SIGNS);
        assertThat(page).as(named).doesNotContain("templates.guide", "rules.", "program.");
      }
    }
  }

  private static int signs(Guide guide) {
    return guide.sections().stream()
        .flatMap(section -> section.items().stream())
        .mapToInt(item -> item.name().length() + item.text().length())
        .sum();
  }

  @Test
  void namesStandInThePlaceOfCodes() {
    Guide guide = guide(shelf.all().getFirst(), Language.FA);
    List<String> earn = guide.sections().getFirst().items().stream().map(Guide.Item::text).toList();

    assertThat(earn).anyMatch(text -> text.contains("همیشگی"));
    assertThat(String.join(" ", earn)).doesNotContain("regular", "birthday-cake");
  }

  @Test
  void thePageIsWholeInItselfAndNothingInItRuns() {
    Guide hostile =
        new Guide(
            Language.EN,
            "<script>alert(1)</script>",
            "\"&",
            List.of(
                new Guide.Section(
                    "tiers",
                    "T",
                    List.of(new Guide.Item("<b>", "<img src=x>", "#fff\"><script>")))),
            "");
    String page = GuidePage.of(hostile, Shades.of(Shades.OWN), null);

    assertThat(page).doesNotContain("<script", "<img", "<b>", "://", "url(", "@import");
    assertThat(page).contains("&lt;script&gt;", "style-src &#39;sha256-".replace("&#39;", "'"));
  }
}
