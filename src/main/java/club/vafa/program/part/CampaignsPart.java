package club.vafa.program.part;

import club.vafa.activity.Activity;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.LiveCampaigns;
import club.vafa.campaigns.Wanted;
import club.vafa.clubs.Club;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Sentences;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.Phrases;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.Names;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The campaigns in force; who is not listed ends. */
@Component
@Order(100)
class CampaignsPart implements Part {
  static final String PAUSED = "paused";

  private final LiveCampaigns campaigns;
  private final Activity activity;
  private final Phrases phrases;
  private final Definitions definitions = new Definitions();

  CampaignsPart(LiveCampaigns campaigns, Activity activity, Sentences sentences) {
    this.campaigns = campaigns;
    this.activity = activity;
    this.phrases = new Phrases(sentences);
  }

  @Override
  public String section() {
    return "campaigns";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    Vocabulary words = campaigns.words(club, activity.eventTypes(club.id()), Names.ANY);
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Campaign campaign : campaigns.of(club.id())) {
      JsonNode published = Objects.requireNonNull(campaign.published());
      boolean paused = campaign.state() == Campaign.State.PAUSED;
      items.put(campaign.code(), one(published, paused, words));
    }
    return new Items(items);
  }

  /** What was published under other words and cannot be read any more is shown as it was. */
  private ObjectNode one(JsonNode published, boolean paused, Vocabulary words) {
    return definitions.parse(published, words) instanceof Done<CampaignDefinition>(var campaign)
        ? json(campaign, paused, words)
        : published.asObject();
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    Vocabulary words = campaigns.words(becoming.club(), becoming.eventTypes(), becoming.names());
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/campaigns", becoming.faults())) {
      Boolean paused = fields.truth(PAUSED);
      CampaignDefinition campaign =
          fields.noting(definitions.parse(definition(fields.node()), words));
      if (campaign != null) {
        items.put(campaign.code(), json(campaign, Boolean.TRUE.equals(paused), words));
      }
    }
    return new Items(items);
  }

  private static ObjectNode definition(JsonNode item) {
    ObjectNode definition = item.deepCopy().asObject();
    definition.remove(PAUSED);
    return definition;
  }

  /** Without what is so by default. */
  private ObjectNode json(CampaignDefinition campaign, boolean paused, Vocabulary words) {
    ObjectNode full = definitions.write(campaign, words);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    full.properties()
        .forEach(field -> {
          if (!isDefault(field.getKey(), field.getValue())) {
            json.set(field.getKey(), field.getValue());
          }
          if (paused && field.getKey().equals("trigger")) {
            json.put(PAUSED, true);
          }
        });
    return json;
  }

  private static boolean isDefault(String name, JsonNode value) {
    return switch (name) {
      case "lane" -> value.asString("").equals(CampaignDefinition.DEFAULT_LANE);
      case "exclusive" -> !value.booleanValue();
      case "priority" -> value.intValue() == 0;
      default -> false;
    };
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    CampaignSayings sayings = new CampaignSayings(telling, phrases);
    for (String code : change.added()) {
      sayings.added(parsed(change.after().get(code), telling.after()));
    }
    for (String code : change.changed()) {
      ObjectNode before = Objects.requireNonNull(change.before().get(code));
      ObjectNode after = Objects.requireNonNull(change.after().get(code));
      sayings.turned(before, after);
      if (!definition(before).equals(definition(after))) {
        sayings.changed(parsed(before, telling.before()), parsed(after, telling.after()));
      }
    }
    for (String code : change.removed()) {
      sayings.removed(Objects.requireNonNull(change.before().get(code)));
    }
    return sayings.told();
  }

  /** What stands in a program has been read before, under the words of that program. */
  private CampaignDefinition parsed(@Nullable ObjectNode item, Vocabulary words) {
    return switch (definitions.parse(definition(Objects.requireNonNull(item)), words)) {
      case Done<CampaignDefinition>(CampaignDefinition campaign) -> campaign;
      case Refused<CampaignDefinition>(var refusals) ->
          throw new IllegalStateException("a campaign that was read is refused: " + refusals);
    };
  }

  @Override
  public void apply(Change change, Publishing how) {
    for (String code : change.removed()) {
      campaigns.end(how.club().id(), wanted(change.before().get(code), how));
    }
    for (String code : change.changed()) {
      ObjectNode before = Objects.requireNonNull(change.before().get(code));
      ObjectNode after = Objects.requireNonNull(change.after().get(code));
      if (definition(before).equals(definition(after))) {
        campaigns.turn(how.club().id(), wanted(after, how));
      } else {
        campaigns.put(how.club().id(), wanted(after, how));
      }
    }
    for (String code : change.added()) {
      campaigns.put(how.club().id(), wanted(change.after().get(code), how));
    }
  }

  private Wanted wanted(@Nullable ObjectNode item, Publishing how) {
    ObjectNode known = Objects.requireNonNull(item);
    return new Wanted(
        known.path("code").asString(""),
        definition(known),
        known.path(PAUSED).asBoolean(false),
        how.from(),
        how.actor());
  }
}
