package club.vafa.rules.engine;

import club.vafa.rules.CampaignDefinition.Trigger;
import club.vafa.rules.Decision;
import club.vafa.rules.Explanation;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Policy;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.condition.Days;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.engine.Compiled.Campaign;
import club.vafa.rules.engine.Compiled.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All plans of a program. Immutable but for remembered days, and safe for many threads. */
public final class Engine {
  private final Map<Trigger, Plan> plans = new HashMap<>();
  private final Map<TriggerKind, Plan> plain = new java.util.EnumMap<>(TriggerKind.class);
  private final Vocabulary vocabulary;
  private final Days days = new Days();
  private final Plan nothing;
  private final boolean counting;
  private final boolean draws;

  /** What limits each counter, by what it counts whatever the day. */
  private final Map<Counter, Used> most = new HashMap<>();

  public Engine(List<LiveCampaign> live, Vocabulary vocabulary, Policy policy) {
    this.vocabulary = vocabulary;
    this.nothing = new Plan(List.of(), policy);
    Map<Trigger, List<Rule>> rules = new HashMap<>();
    List<LiveCampaign> inOrder = live.stream().sorted(Compiled.ORDER).toList();
    boolean counts = false;
    for (int at = 0; at < inOrder.size(); at++) {
      Campaign campaign = Campaign.of(at, inOrder.get(at));
      List<Rule> of =
          rules.computeIfAbsent(campaign.live().definition().trigger(), _ -> new ArrayList<>());
      for (var rule : campaign.live().definition().rules()) {
        Rule compiled = Rule.of(of.size(), campaign, rule, vocabulary);
        for (Limit limit : compiled.limits()) {
          if (limit.counted()) {
            counts = true;
            most.merge(limit.counterOfAnyDay(), limit.most(), Used::lower);
          }
        }
        of.add(compiled);
      }
    }
    this.counting = counts;
    this.draws =
        policy.control() > 0
            || live.stream().anyMatch(one -> !one.definition().safety().variants().isEmpty());
    rules.forEach((trigger, list) -> plans.put(trigger, new Plan(list, policy)));
    plans.forEach((trigger, plan) -> {
      if (trigger.on() != TriggerKind.EVENT) {
        plain.put(trigger.on(), plan);
      }
    });
  }

  private Plan plan(Facts facts) {
    return facts.trigger() == TriggerKind.EVENT
        ? plans.getOrDefault(new Trigger(TriggerKind.EVENT, facts.eventType()), nothing)
        : plain.getOrDefault(facts.trigger(), nothing);
  }

  public Decision decide(Facts facts) {
    Plan plan = plan(facts);
    Scene scene = new Scene(facts, vocabulary, days);
    return new Run(plan, scene, vocabulary).decide();
  }

  /** The same without telling what nearly applied. */
  public Decision decideUntold(Facts facts) {
    Scene scene = new Scene(facts, vocabulary, days);
    return new Run(plan(facts), scene, vocabulary).untold().decide();
  }

  /** The same without the index: for proving that the index leaves nothing out. */
  public Decision decideWithoutIndex(Facts facts) {
    Plan plan = plan(facts);
    Scene scene = new Scene(facts, vocabulary, days);
    return new Run(plan, scene, vocabulary).decideWithoutIndex();
  }

  public Explanation explain(Facts facts) {
    Plan plan = plan(facts);
    Scene scene = new Scene(facts, vocabulary, days);
    Run run = new Run(plan, scene, vocabulary);
    Decision decision = run.decide();
    return new Looks(scene, run, decision).explain(plan);
  }

  public Set<Counter> counters(Facts facts) {
    if (!counting || facts.member() == null) {
      return Set.of();
    }
    Plan plan = plan(facts);
    Scene scene = new Scene(facts, vocabulary, days);
    long[] candidates = plan.candidatesForAnyStanding(scene);
    Set<Counter> counters = new LinkedHashSet<>();
    for (Rule rule : plan.rules()) {
      boolean candidate = (candidates[rule.ordinal() / Long.SIZE] & 1L << rule.ordinal()) != 0;
      if (candidate && rule.campaign().runs(facts.at())) {
        for (Limit limit : rule.limits()) {
          limit.counters(scene, counters);
        }
      }
    }
    return counters;
  }

  /** The most a counter may come to. */
  public Used most(Counter counter) {
    return most.getOrDefault(counter.ofAnyDay(), Limit.UNLIMITED);
  }

  /** Whether any cap or budget counts beyond one activity. */
  public boolean counting() {
    return counting;
  }

  /** Whether any member's number is looked at. */
  public boolean draws() {
    return draws;
  }

  /** What any campaign waits for. */
  public Set<TriggerKind> triggers() {
    return plans.keySet().stream().map(Trigger::on).collect(Collectors.toUnmodifiableSet());
  }
}
