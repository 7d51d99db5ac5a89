package club.vafa.rules.json;

import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Per;
import club.vafa.rules.CampaignDefinition.Rule;
import club.vafa.rules.CampaignDefinition.Safety;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Policy;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.effect.Effect;
import club.vafa.rules.form.Described;
import club.vafa.rules.form.Shape;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a campaign back in the one form that reading gives the same campaign for. */
public final class CampaignWriter {
  private final Vocabulary vocabulary;
  private final ArgWriter arguments;

  public CampaignWriter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.arguments = new ArgWriter(vocabulary);
  }

  /** The arguments of a condition without its parts. */
  public ObjectNode wanted(Described condition) {
    ObjectNode json = arguments.described("is", condition, vocabulary.moneyDecimals());
    json.remove("is");
    condition.kind().args().stream()
        .filter(arg -> arg.shape() == Shape.CONDITION || arg.shape() == Shape.CONDITIONS)
        .forEach(arg -> json.remove(arg.name()));
    return json;
  }

  public ObjectNode write(CampaignDefinition campaign) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", campaign.code());
    ObjectNode name = json.putObject("name");
    for (Language language : Language.values()) {
      String text = campaign.name().get(language);
      if (text != null) {
        name.put(language.code(), text);
      }
    }
    ObjectNode trigger = json.putObject("trigger");
    trigger.put("on", lower(campaign.trigger().on()));
    if (campaign.trigger().on() == TriggerKind.EVENT) {
      trigger.put("type", campaign.trigger().eventType());
    }
    json.put("lane", campaign.lane());
    json.put("exclusive", campaign.exclusive());
    json.put("priority", campaign.priority());
    time(json, "from", campaign.from());
    time(json, "until", campaign.until());
    ArrayNode rules = json.putArray("rules");
    campaign.rules().forEach(rule -> rules.add(rule(rule)));
    List<Effect> effects = campaign.rules().stream().flatMap(rule -> rule.then().stream()).toList();
    caps(json, campaign.caps(), effects);
    Budget budget = campaign.budget();
    if (budget != null) {
      ObjectNode limits = json.putObject("budget");
      limit(limits, "units", budget.units(), decimals(effects));
      limit(limits, "money", budget.money(), vocabulary.moneyDecimals());
      limits.put("period", lower(budget.period()));
    }
    safety(json, campaign.safety());
    return json;
  }

  private static void safety(ObjectNode json, Safety safety) {
    limit(json, "marginShare", safety.marginShare(), Policy.DECIMALS);
    if (safety.control()) {
      json.put("control", "included");
    }
    if (!safety.variants().isEmpty()) {
      ArrayNode variants = json.putArray("variants");
      safety
          .variants()
          .forEach(one -> variants.addObject().put("code", one.code()).put("weight", one.weight()));
    }
  }

  private ObjectNode rule(Rule rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", rule.code());
    if (!rule.when().isEmpty()) {
      ArrayNode when = json.putArray("when");
      rule.when().forEach(condition -> when.add(arguments.described("is", condition, 0)));
    }
    ArrayNode then = json.putArray("then");
    rule.then().forEach(effect -> then.add(arguments.described("do", effect, 0)));
    caps(json, rule.caps(), rule.then());
    if (rule.variant() != null) {
      json.put("variant", rule.variant());
    }
    return json;
  }

  private void caps(ObjectNode json, List<Cap> caps, List<Effect> effects) {
    if (caps.isEmpty()) {
      return;
    }
    ArrayNode list = json.putArray("caps");
    for (Cap cap : caps) {
      ObjectNode limits = list.addObject();
      limits.put("per", lower(cap.per()));
      if (cap.per() != Per.SALE) {
        limits.put("period", lower(cap.period()));
      }
      limit(limits, "uses", cap.uses(), 0);
      limit(limits, "units", cap.units(), decimals(effects));
      limit(limits, "money", cap.money(), vocabulary.moneyDecimals());
    }
  }

  private int decimals(List<Effect> effects) {
    Set<String> units = CapReader.units(effects);
    UnitInfo unit = units.isEmpty() ? null : vocabulary.units().get(units.iterator().next());
    return unit == null ? 0 : unit.decimals();
  }

  /** Uses are counted, so they are numbers; amounts are decimal strings. */
  private static void limit(ObjectNode json, String name, @Nullable Long value, int decimals) {
    if (value != null && name.equals("uses")) {
      json.put(name, value);
    } else if (value != null) {
      json.put(name, Amount.plain(value, decimals));
    }
  }

  private static void time(ObjectNode json, String name, @Nullable OffsetDateTime value) {
    if (value != null) {
      json.put(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
    }
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
