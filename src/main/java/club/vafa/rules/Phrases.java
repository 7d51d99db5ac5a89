package club.vafa.rules;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.CapLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Explanation.MarginLook;
import club.vafa.rules.Explanation.RuleLook;
import club.vafa.rules.say.Narrator;
import club.vafa.rules.say.Narrator.Missed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of the rules in three languages. Keep one instance: it remembers what rules give,
 * which is said again and again. Safe for many threads.
 */
public final class Phrases {
  private static final int MOST_REMEMBERED = 10_000;

  private final Narrator narrator;
  private final Map<Key, Remembered> reasons = new ConcurrentHashMap<>();

  public Phrases(Sentences sentences) {
    this.narrator = new Narrator(sentences);
  }

  private record Key(Language language, Source source, String what) {}

  /** Names of units may change, and with them the sentence; a draft may be tried under one id. */
  private record Remembered(CampaignDefinition campaign, Vocabulary vocabulary, String text) {

    /** The same campaign object is enough: comparing definitions would take longer than saying. */
    @SuppressWarnings("ReferenceEquality")
    boolean of(CampaignDefinition other, Vocabulary words) {
      return campaign == other && vocabulary.equals(words);
    }
  }

  /** Why an effect came: "2 points for each 100,000 rial". */
  public String reason(
      Language language, Effect effect, CampaignDefinition campaign, Vocabulary vocabulary) {
    return remembered(
        new Key(language, effect.source(), what(effect)),
        campaign,
        vocabulary,
        () -> narrator.reason(language, effect, campaign, vocabulary));
  }

  private String remembered(
      Key key, CampaignDefinition campaign, Vocabulary vocabulary, Supplier<String> said) {
    Remembered known = reasons.get(key);
    if (known != null && known.of(campaign, vocabulary)) {
      return known.text;
    }
    String text = said.get();
    if (reasons.size() >= MOST_REMEMBERED) {
      reasons.clear();
    }
    reasons.put(key, new Remembered(campaign, vocabulary, text));
    return text;
  }

  private static String what(Effect effect) {
    return switch (effect) {
      case Effect.Earn earn -> earn.unit();
      case Effect.Discount discount -> "-";
      case Effect.Gift gift -> "gift " + gift.sku();
      case Effect.Voucher voucher -> "voucher " + voucher.reward();
    };
  }

  /**
   * Why something did not apply: "5 euros more for 10 points".
   *
   * @param campaign the one it speaks of; null for a coupon nobody knows
   */
  public String notApplied(
      Language language,
      NotApplied reason,
      @Nullable CampaignDefinition campaign,
      Vocabulary vocabulary) {
    String gives =
        campaign == null
            ? ""
            : remembered(
                new Key(language, new Source(reason.campaign(), 0, reason.rule()), "all it gives"),
                campaign,
                vocabulary,
                () -> narrator.gives(language, campaign, reason.rule(), vocabulary));
    return narrator.notApplied(language, new Missed(reason, campaign, gives), vocabulary);
  }

  /** A condition, whether it held, and what it saw. */
  public String condition(Language language, ConditionLook look, Vocabulary vocabulary) {
    return narrator.condition(language, look, vocabulary);
  }

  /** A cap or budget that cut an award. */
  public String cap(Language language, CapLook look, Vocabulary vocabulary) {
    return narrator.cap(language, look, vocabulary);
  }

  /** Where the margin guard cut an effect. */
  public String margin(Language language, MarginLook look, Vocabulary vocabulary) {
    return narrator.margin(language, look, vocabulary);
  }

  /** The variant of a campaign the member is in. */
  public String variant(Language language, CampaignLook look, Vocabulary vocabulary) {
    return narrator.variant(language, look, vocabulary);
  }

  /** What became of a campaign. */
  public String verdict(Language language, CampaignLook look, Vocabulary vocabulary) {
    return narrator.verdict(language, look, vocabulary);
  }

  /** Whether a rule held. */
  public String rule(Language language, RuleLook look, Vocabulary vocabulary) {
    return narrator.rule(language, look, vocabulary);
  }

  /** The explanation as lines, one for each thing looked at. */
  public List<String> explanation(
      Language language, Explanation explanation, Vocabulary vocabulary) {
    return narrator.explanation(language, explanation, vocabulary);
  }

  /** A whole campaign in one sentence, without its name. */
  public String sentence(Language language, CampaignDefinition campaign, Vocabulary vocabulary) {
    return narrator.sentence(language, campaign, vocabulary);
  }

  /** A whole campaign in one sentence, behind its name. */
  public String campaign(Language language, CampaignDefinition campaign, Vocabulary vocabulary) {
    return narrator.campaign(language, campaign, vocabulary);
  }

  /** The phrases a campaign is made of, for comparing it with another. */
  public Told told(Language language, CampaignDefinition campaign, Vocabulary vocabulary) {
    return narrator.told(language, campaign, vocabulary);
  }
}
