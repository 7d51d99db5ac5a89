package club.vafa.rules.say;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Explanation;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.CapLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Explanation.MarginLook;
import club.vafa.rules.Explanation.Measure;
import club.vafa.rules.Explanation.RuleLook;
import club.vafa.rules.Told;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.effect.CheapestFree;
import club.vafa.rules.effect.Discount;
import club.vafa.rules.effect.Effect;
import club.vafa.rules.effect.Gift;
import club.vafa.rules.effect.Voucher;
import club.vafa.rules.form.Seen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what came of an activity and why. Safe for many threads. */
public final class Narrator {
  private final Sentences sentences;
  private final Map<Language, Speech> speeches = new EnumMap<>(Language.class);

  public Narrator(Sentences sentences) {
    this.sentences = sentences;
    for (Language language : Language.values()) {
      speeches.put(language, new Speech(language));
    }
  }

  private Sayings say(Language language, Vocabulary vocabulary) {
    Speech speech = speeches.get(language);
    return new Sayings(sentences, speech == null ? new Speech(language) : speech, vocabulary);
  }

  /** Why an effect came: what its rule gives. */
  public String reason(
      Language language,
      Decision.Effect effect,
      CampaignDefinition campaign,
      Vocabulary vocabulary) {
    Sayings say = say(language, vocabulary);
    List<String> gives =
        campaign.rule(effect.source().rule()).stream()
            .flatMap(rule -> rule.then().stream())
            .filter(given -> brings(given, effect))
            .map(say::effect)
            .toList();
    return gives.isEmpty() ? campaign.name(language) : say.list(gives);
  }

  private static boolean brings(Effect given, Decision.Effect effect) {
    return switch (effect) {
      case Decision.Effect.Earn earn -> earn.unit().equals(given.args().text("unit", ""));
      case Decision.Effect.Discount discount ->
          given instanceof Discount || given instanceof CheapestFree;
      case Decision.Effect.Gift(var source, String sku, String name, long quantity) ->
          given instanceof Gift gift && gift.sku().equals(sku);
      case Decision.Effect.Voucher(var source, String reward, long count) ->
          given instanceof Voucher voucher && voucher.reward().equals(reward);
    };
  }

  /**
   * What did not apply.
   *
   * @param campaign the one it speaks of; null for a coupon nobody knows
   * @param gives all that its rule would have given
   */
  public record Missed(NotApplied reason, @Nullable CampaignDefinition campaign, String gives) {}

  public String notApplied(Language language, Missed missed, Vocabulary vocabulary) {
    NotApplied reason = missed.reason();
    Sayings say = say(language, vocabulary);
    Map<String, Object> args = new HashMap<>();
    reason.args().forEach((name, value) -> args.put(name, said(name, value, say)));
    if (reason.code().equals("condition_failed")) {
      args.put("wanted", wanted(reason, missed.campaign(), say));
    }
    args.put("gives", missed.gives());
    String text = say.text("rules.notapplied." + reason.code(), args);
    return reason.args().containsKey("coupon") && !reason.code().startsWith("coupon_")
        ? say.text("rules.coupon", Map.of("coupon", reason.args().get("coupon"), "reason", text))
        : text;
  }

  /** What was kept is said; codes choose among sentences and stay as they are. */
  private static Object said(String name, Object value, Sayings say) {
    return switch (name) {
      case "wanted", "seen", "missing" -> say.seen(Seen.read(value));
      default -> value;
    };
  }

  /** The condition at the place that was noted, in the definition that decided. */
  private static String wanted(
      NotApplied reason, @Nullable CampaignDefinition campaign, Sayings say) {
    List<Condition> when =
        campaign == null
            ? List.of()
            : campaign.rule(reason.rule()).map(rule -> rule.when()).orElse(List.of());
    int place = reason.args().get("place") instanceof Number number ? number.intValue() : -1;
    return place >= 0 && place < when.size() ? say.condition(when.get(place)) : "…";
  }

  /** All that a rule gives; nothing when the campaign has no such rule. */
  public String gives(
      Language language, CampaignDefinition campaign, String rule, Vocabulary vocabulary) {
    return campaign
        .rule(rule)
        .map(found -> new Teller(say(language, vocabulary), vocabulary).gives(found))
        .orElse("");
  }

  /** A condition with what was seen. */
  public String condition(Language language, ConditionLook look, Vocabulary vocabulary) {
    Sayings say = say(language, vocabulary);
    return say.text(
        look.parts().isEmpty() ? "rules.look.condition" : "rules.look.group",
        Map.of(
            "held", look.held() ? "yes" : "no",
            "condition", say.condition(look.code(), look.wanted()),
            "seen", say.seenBy(look.code(), look.seen())));
  }

  /** A limit that cut an award. */
  public String cap(Language language, CapLook look, Vocabulary vocabulary) {
    Sayings say = say(language, vocabulary);
    return say.text(
        "rules.look.cap",
        Map.of(
            "kind", look.budget() ? "budget" : "cap",
            "per", lower(look.per()),
            "period", lower(look.period()),
            "limit", measured(look, look.limit(), say),
            "before", measured(look, look.before(), say)));
  }

  /** Where the margin guard cut an effect. */
  public String margin(Language language, MarginLook look, Vocabulary vocabulary) {
    Sayings say = say(language, vocabulary);
    return say.text(
        "rules.look.margin",
        Map.of(
            "whose", look.ofCampaign() ? "campaign" : "club",
            "margin", say.money(look.margin()),
            "share", say.percent(look.share()),
            "allowed", say.money(look.allowed()),
            "before", say.money(look.before()),
            "wanted", given(look, look.wanted(), say),
            "granted", given(look, look.granted(), say)));
  }

  private static String given(MarginLook look, long value, Sayings say) {
    return look.unit().isEmpty() ? say.money(value) : say.units(value, look.unit());
  }

  private static String measured(CapLook look, long value, Sayings say) {
    return switch (look.measure()) {
      case Measure.USES -> say.text("rules.uses", Map.of("uses", value));
      case Measure.UNITS -> say.units(value, look.unit());
      case Measure.MONEY -> say.money(value);
    };
  }

  public String verdict(Language language, CampaignLook look, Vocabulary vocabulary) {
    return say(language, vocabulary)
        .text(
            "rules.verdict." + lower(look.verdict()),
            Map.of("campaign", look.code(), "by", look.takenBy(), "lane", look.lane()));
  }

  /** One line for each thing looked at. */
  public List<String> explanation(
      Language language, Explanation explanation, Vocabulary vocabulary) {
    List<String> lines = new ArrayList<>();
    for (CampaignLook campaign : explanation.campaigns()) {
      lines.add(verdict(language, campaign, vocabulary));
      if (!campaign.variant().isEmpty()) {
        lines.add("  " + variant(language, campaign, vocabulary));
      }
      for (RuleLook rule : campaign.rules()) {
        lines.add("  " + rule(language, rule, vocabulary));
        rule.conditions()
            .forEach(look -> lines.add("    " + condition(language, look, vocabulary)));
        rule.caps().forEach(look -> lines.add("    " + cap(language, look, vocabulary)));
        rule.margins().forEach(look -> lines.add("    " + margin(language, look, vocabulary)));
      }
    }
    return lines;
  }

  /** The variant the member is in. */
  public String variant(Language language, CampaignLook look, Vocabulary vocabulary) {
    return say(language, vocabulary).text("rules.look.variant", Map.of("variant", look.variant()));
  }

  /** Whether a rule held and how many lines it applied to. */
  public String rule(Language language, RuleLook look, Vocabulary vocabulary) {
    if (!look.otherVariant().isEmpty()) {
      return say(language, vocabulary)
          .text(
              "rules.look.othervariant",
              Map.of("rule", look.rule(), "variant", look.otherVariant()));
    }
    return say(language, vocabulary)
        .text(
            "rules.look.rule",
            Map.of(
                "rule", look.rule(),
                "held", look.held() ? "yes" : "no",
                "lines", look.lines().size()));
  }

  /** A whole campaign in one sentence. */
  public String campaign(Language language, CampaignDefinition campaign, Vocabulary vocabulary) {
    return new Teller(say(language, vocabulary), vocabulary).campaign(language, campaign);
  }

  /** The same without its name. */
  public String sentence(Language language, CampaignDefinition campaign, Vocabulary vocabulary) {
    return new Teller(say(language, vocabulary), vocabulary).sentence(campaign);
  }

  /** The phrases of a campaign. */
  public Told told(Language language, CampaignDefinition campaign, Vocabulary vocabulary) {
    return new Teller(say(language, vocabulary), vocabulary).told(campaign);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
