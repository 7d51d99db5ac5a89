package club.vafa.campaigns.web;

import club.vafa.campaigns.form.Offers;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import club.vafa.ui.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A campaign that is tried.
 *
 * @param written as far as it is written
 * @param id of the campaign, which takes the place of what runs of it
 */
record Trial(
    Screen screen,
    Club club,
    Vocabulary words,
    Offers offers,
    JsonNode written,
    Optional<CampaignDefinition> campaign,
    Optional<UUID> id,
    Map<String, List<String>> sent) {
  Language language() {
    return screen.language();
  }

  /** Whether what sets it off brings goods. */
  boolean sells() {
    String on = written.at("/trigger/on").asString("purchase");
    return Arrays.stream(TriggerKind.values())
        .anyMatch(kind -> kind.bringsGoods() && kind.name().toLowerCase(Locale.ROOT).equals(on));
  }

  /** Whether any condition of this kind is written in it. */
  boolean asks(String condition) {
    return written.findValuesAsString("is").contains(condition);
  }

  /** What the event that sets it off carries. */
  SortedMap<String, AttributeKind> attributes() {
    EventSchema schema = words.events().get(written.at("/trigger/type").asString(""));
    return new TreeMap<>(schema == null ? Map.of() : schema.attributes());
  }
}
