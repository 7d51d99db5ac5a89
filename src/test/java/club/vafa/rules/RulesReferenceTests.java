package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Catalogue.Argument;
import club.vafa.rules.Catalogue.Entry;
import club.vafa.testing.GeneratedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the reference page and the schema as the catalogue is, and the guide's examples right. */
class RulesReferenceTests {
  private static final List<Path> GUIDES =
      List.of(Path.of("docs/integrate/campaigns.md"), Path.of("docs/integrate/referral.md"));
  private static final Sentences SENTENCES = new Sentences();
  private static final Phrases PHRASES = new Phrases(SENTENCES);
  private static final Catalogue CATALOGUE = new Catalogue();

  @Test
  void theReferencePageIsUpToDate() throws IOException {
    GeneratedPage.check("docs/integrate/rules.md", page(), getClass());
  }

  @Test
  void theSchemaIsUpToDate() throws IOException {
    String schema =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(CATALOGUE.schema());
    GeneratedPage.check(
        "docs/integrate/campaign.schema.json",
        schema.replace(System.lineSeparator(), "\n") + "\n",
        getClass());
  }

  /**
   * Every campaign shown in the guide is read without a fault, in euro and with this shop's words.
   */
  @Test
  void theGuidesCampaignsAreRight() throws IOException {
    for (Path guide : GUIDES) {
      Matcher blocks =
          Pattern.compile("```json\n(\\{\"code\".*?)```", Pattern.DOTALL)
              .matcher(Files.readString(guide));
      int found = 0;
      while (blocks.find()) {
        JsonNode json = Shop.JSON.readTree(blocks.group(1));
        assertThat(Shop.faults(json)).isEmpty();
        found++;
      }
      assertThat(found).isPositive();
    }
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Rules: conditions, amounts and effects

        This page is made from the catalogue that campaigns are read with. How they come together \
        is told in [campaigns.md](campaigns.md); the same as a JSON schema is in \
        [campaign.schema.json](campaign.schema.json).

        Amounts are decimal strings; exact numbers are accepted too. Times of day and dates are \
        in the club's time zone. *Sale* means the triggers purchase, return and referral, *purchase* that \
        one alone, *event* the club's own events.

        ## Conditions

        All conditions of a rule must hold. Some are asked of each line of goods and leave those \
        for which they hold: the amounts then apply to these alone.

        """);
    CATALOGUE.conditions().forEach(entry -> append(page, entry, Examples.CONDITIONS));
    page.append(
        "## Amounts\n\nHow much an effect gives. Every `amount` has one of these forms.\n\n");
    CATALOGUE.amounts().forEach(entry -> append(page, entry, Examples.AMOUNTS));
    page.append("## Effects\n\nWhat happens when a rule holds.\n\n");
    CATALOGUE.effects().forEach(entry -> append(page, entry, Examples.EFFECTS));
    return page.toString().strip() + "\n";
  }

  private static void append(StringBuilder page, Entry entry, Map<String, String> examples) {
    page.append("### ").append(entry.code()).append("\n\n");
    page.append(entry.title(SENTENCES, Language.EN)).append('.');
    if (!entry.needs().equals("nothing")) {
      page.append(" Only with: ").append(entry.needs()).append('.');
    }
    page.append("\n\n```json\n").append(example(examples.get(entry.code()))).append("\n```\n\n");
    page.append("> ").append(sentence(entry)).append("\n\n");
    if (!entry.arguments().isEmpty()) {
      page.append("| argument | holds | needed | bounds |\n| --- | --- | --- | --- |\n");
      entry.arguments().forEach(argument -> append(page, argument));
      page.append('\n');
    }
  }

  private static String example(String text) {
    return Shop.json(text).toString();
  }

  private static String sentence(Entry entry) {
    CampaignDefinition campaign =
        switch (entry.group()) {
          case CONDITION -> Examples.withCondition(entry);
          case AMOUNT -> Examples.withAmount(entry);
          case EFFECT -> Examples.withEffect(entry);
        };
    return PHRASES.campaign(Language.EN, campaign, Shop.WORDS).replace("example. ", "");
  }

  private static void append(StringBuilder page, Argument argument) {
    List<String> choices = argument.choices();
    String bounds =
        choices.isEmpty()
            ? argument.min().isEmpty() ? "" : argument.min() + " to " + argument.max()
            : choices.stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
    page.append("| `").append(argument.name()).append("` | ").append(argument.title());
    page.append(" | ").append(argument.required() ? "yes" : "no");
    page.append(" | ").append(bounds).append(" |\n");
  }
}
