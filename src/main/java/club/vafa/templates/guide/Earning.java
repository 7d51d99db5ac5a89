package club.vafa.templates.guide;

import club.vafa.kernel.Outcome.Done;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Trigger;
import club.vafa.rules.Definitions;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Phrases;
import club.vafa.rules.Told;
import club.vafa.rules.Vocabulary;
import club.vafa.templates.Guide.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** How members collect: what each campaign that runs says of itself, by its rules. */
final class Earning {
  private final Paragraphs program;
  private final Voice voice;
  private final Vocabulary words;
  private final Phrases phrases;
  private final Definitions definitions = new Definitions();

  Earning(Paragraphs program, Voice voice, Vocabulary words) {
    this.program = program;
    this.voice = voice;
    this.words = words;
    this.phrases = new Phrases(voice.sentences());
  }

  List<Item> items(Instant now) {
    List<Item> items = new ArrayList<>();
    program
        .section("campaigns")
        .forEach(campaign -> {
          if (!campaign.path("paused").asBoolean(false)) {
            campaign((ObjectNode) campaign)
                .filter(known -> isAhead(known, now))
                .ifPresent(known -> items.add(item(known)));
          }
        });
    return items;
  }

  private Optional<CampaignDefinition> campaign(ObjectNode campaign) {
    Named named = new Named(program);
    return definitions.parse(named.campaign(campaign), named.words(words))
            instanceof Done<CampaignDefinition>(CampaignDefinition known)
        ? Optional.of(known)
        : Optional.empty();
  }

  private static boolean isAhead(CampaignDefinition campaign, Instant now) {
    return campaign.until() == null || campaign.until().toInstant().isAfter(now);
  }

  /** What sets it off, said to the member; that one collects by buying goes without saying. */
  private String occasion(Trigger trigger) {
    return trigger.on() == TriggerKind.PURCHASE
        ? ""
        : voice.say(
                "on." + trigger.on().name().toLowerCase(Locale.ROOT),
                Map.of("type", trigger.eventType()))
            + ": ";
  }

  private Item item(CampaignDefinition campaign) {
    Told told = phrases.told(voice.language(), campaign, new Named(program).words(words));
    String semicolon = voice.text("rules.semicolon", Map.of());
    List<String> parts =
        Stream.of(
                told.rules().stream().map(Told.RuleTold::whole),
                told.limits().stream(),
                Stream.of(told.from(), told.until()))
            .flatMap(one -> one)
            .filter(one -> !one.isEmpty())
            .toList();
    String rules = String.join(semicolon, parts);
    return new Item(campaign.name(voice.language()), capital(occasion(campaign.trigger()) + rules));
  }

  private String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(voice.language().locale()) + text.substring(1);
  }
}
