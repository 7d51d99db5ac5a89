package club.vafa.rules;

import club.vafa.rules.Decision.Source;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.effect.Voucher;
import club.vafa.rules.engine.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The live campaigns of a club, made ready to decide. Immutable and safe for many threads. */
public final class Program {
  private final Engine engine;
  private final Vocabulary vocabulary;
  private final Map<UUID, LiveCampaign> campaigns;
  private final Set<String> rewards;
  private final Map<Source, Map<String, Lifetime>> lifetimes;

  private Program(List<LiveCampaign> live, Vocabulary vocabulary, Policy policy) {
    this.engine = new Engine(live, vocabulary, policy);
    this.vocabulary = vocabulary;
    this.lifetimes = lifetimes(live, vocabulary);
    this.campaigns =
        live.stream().collect(Collectors.toUnmodifiableMap(LiveCampaign::id, Function.identity()));
    this.rewards =
        live.stream()
            .flatMap(campaign -> campaign.definition().rules().stream())
            .flatMap(rule -> rule.then().stream())
            .filter(Voucher.class::isInstance)
            .map(effect -> ((Voucher) effect).reward())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** How long each rule's awards live, by unit, where they depart from what the unit says. */
  private static Map<Source, Map<String, Lifetime>> lifetimes(
      List<LiveCampaign> live, Vocabulary vocabulary) {
    Map<Source, Map<String, Lifetime>> all = new HashMap<>();
    for (LiveCampaign campaign : live) {
      for (CampaignDefinition.Rule rule : campaign.definition().rules()) {
        for (String unit : vocabulary.units().keySet()) {
          Lifetime own = campaign.definition().lifetime(rule.code(), unit);
          if (own.expires() != null || own.pending() != null) {
            all.computeIfAbsent(
                    new Source(campaign.id(), campaign.version(), rule.code()),
                    _ -> new HashMap<>())
                .put(unit, own);
          }
        }
      }
    }
    return all;
  }

  /** How long the awards of a rule in a unit live. */
  public Lifetime lifetime(Source source, String unit) {
    Map<String, Lifetime> own = lifetimes.isEmpty() ? null : lifetimes.get(source);
    return own == null ? Lifetime.OF_UNIT : own.getOrDefault(unit, Lifetime.OF_UNIT);
  }

  public static Program compile(List<LiveCampaign> live, Vocabulary vocabulary) {
    return new Program(live, vocabulary, Policy.OPEN);
  }

  /** The program of a club that has laid down something for all its campaigns. */
  public static Program compile(List<LiveCampaign> live, Vocabulary vocabulary, Policy policy) {
    return new Program(live, vocabulary, policy);
  }

  /** Whether any member's number is looked at: a control group, or a campaign with variants. */
  public boolean draws() {
    return engine.draws();
  }

  /** What the rules decide. The same facts always give the same decision. */
  public Decision decide(Facts facts) {
    return engine.decide(facts);
  }

  /**
   * The same decision for nobody to read: of what nearly applied it says only what was used up and
   * which coupons were in vain.
   */
  public Decision decideUntold(Facts facts) {
    return engine.decideUntold(facts);
  }

  /** The same decision, with everything that was looked at. */
  public Explanation explain(Facts facts) {
    return engine.explain(facts);
  }

  /**
   * Every counter that deciding these facts may read, so that the caller can fetch and lock them
   * first. It depends on the activity alone, not on what is known of the member: it stays right
   * when earlier activity of one batch changes that.
   */
  public Set<Counter> counters(Facts facts) {
    return engine.counters(facts);
  }

  /** The most a counter may come to, by the strictest of the limits that share it. */
  public Used most(Counter counter) {
    return engine.most(counter);
  }

  /** Whether any rule reads counters at all. */
  public boolean needsUsage() {
    return engine.counting();
  }

  /** What any campaign waits for: nobody needs to look for birthdays when none does. */
  public Set<TriggerKind> triggers() {
    return engine.triggers();
  }

  /** Codes of the rewards that any campaign gives vouchers for. */
  public Set<String> rewards() {
    return rewards;
  }

  public Optional<LiveCampaign> campaign(UUID id) {
    return Optional.ofNullable(campaigns.get(id));
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  Decision decideWithoutIndex(Facts facts) {
    return engine.decideWithoutIndex(facts);
  }
}
