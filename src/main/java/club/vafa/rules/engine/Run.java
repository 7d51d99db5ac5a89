package club.vafa.rules.engine;

import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Assigned;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Policy;
import club.vafa.rules.Policy.Stacking;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.amount.Basis;
import club.vafa.rules.amount.Multiplier;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.condition.Test;
import club.vafa.rules.effect.CheapestFree;
import club.vafa.rules.effect.Discount;
import club.vafa.rules.engine.Compiled.Award;
import club.vafa.rules.engine.Compiled.Campaign;
import club.vafa.rules.engine.Compiled.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run over a plan. In order: which rules hold; which campaigns keep their lane; discounts; what
 * the goods then earn from; awards and gifts; multipliers; coupons that were handed in in vain.
 */
final class Run {
  private static final int[] NO_LINES = {};
  private static final int MOST_OFTEN = 16;

  private final Plan plan;
  private final Scene scene;
  private final Vocabulary vocabulary;
  private final boolean sale;
  private final Goods goods;
  private final Allowances allowances;
  private final List<Held> held = new ArrayList<>(MOST_OFTEN);
  private final List<Effect> effects = new ArrayList<>(MOST_OFTEN);
  private final List<Earned> earned = new ArrayList<>();
  private final Reasons reasons;
  private final Drawn drawn;
  private final Rivals rivals = new Rivals();
  private final CutLog cuts;

  /** What a rule without multiplier awarded. */
  private record Earned(String unit, long granted, Held by) {}

  Run(Plan plan, Scene scene, Vocabulary vocabulary) {
    this.plan = plan;
    this.scene = scene;
    this.vocabulary = vocabulary;
    TriggerKind trigger = scene.facts().trigger();
    this.sale = trigger.bringsGoods();
    this.goods = new Goods(scene);
    this.drawn = Drawn.of(scene.member(), plan.policy());
    Margins margins =
        plan.guarded() && trigger == TriggerKind.PURCHASE ? Margins.of(scene, plan.policy()) : null;
    this.reasons = new Reasons(plan, scene, drawn);
    this.cuts = new CutLog(reasons);
    this.allowances = new Allowances(scene, margins, cuts);
  }

  /** The same run, which tells nobody what nearly applied. */
  Run untold() {
    reasons.untold();
    return this;
  }

  /** Decides over the rules the index found. */
  Decision decide() {
    return decide(plan.candidates(scene), true);
  }

  /** Decides over all rules. */
  Decision decideWithoutIndex() {
    return decide(plan.all(), false);
  }

  private Decision decide(long[] candidates, boolean indexed) {
    if (scene.member() == null) {
      return new Decision(
          List.of(), goods.discounts(), Map.of(), reasons.anonymous(), Assigned.NOTHING);
    }
    hold(candidates, indexed);
    if (plan.exclusives()) {
      rivals.lanes(held, allowances);
    }
    Policy policy = plan.policy();
    if (policy.stacking() != Stacking.ALL && scene.facts().trigger() == TriggerKind.PURCHASE) {
      rivals.stacking(held, allowances, policy, this::alone);
    }
    play();
    return new Decision(
        Collections.unmodifiableList(effects),
        goods.discounts(),
        allowances.consumed(),
        reasons.all(held, rivals),
        drawn.assigned(plan.split(), scene.facts().at()));
  }

  /** What a campaign would be worth to the member if there were no other. */
  private long alone(Campaign campaign) {
    Run alone = new Run(plan, scene, vocabulary);
    for (Held rule : held) {
      if (rule.rule().campaign().equals(campaign)) {
        alone.held.add(new Held(rule.rule(), rule.lines()));
      }
    }
    alone.play();
    return Worth.of(alone.effects, alone.held, vocabulary);
  }

  private void play() {
    if (plan.discounts()) {
      for (Held rule : held) {
        discount(rule);
      }
    }
    Sale bought = scene.sale();
    goods.settle(bought == null ? 0 : bought.paidByWallets());
    for (Held rule : held) {
      award(rule);
    }
    if (plan.multipliers()) {
      for (Held rule : held) {
        multiply(rule);
      }
    }
  }

  private void hold(long[] candidates, boolean indexed) {
    List<Rule> rules = plan.rules();
    for (int word = 0; word < candidates.length; word++) {
      for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
        Rule rule = rules.get(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
        if (rule.campaign().runs(scene.facts().at()) && drawn.offers(rule)) {
          hold(rule, indexed ? rule.answered() : 0);
        }
      }
    }
  }

  private void hold(Rule rule, int answered) {
    Test[] whole = rule.whole();
    for (int at = answered; at < whole.length; at++) {
      if (!whole[at].holds(scene, Test.NO_LINE)) {
        return;
      }
    }
    int[] lines = sale ? rule.lines(scene) : NO_LINES;
    if (sale && lines.length == 0) {
      return;
    }
    if (rule.afterTests().length > 0) {
      scene.matched(lines);
      for (int at = 0; at < rule.afterTests().length; at++) {
        if (!rule.afterTests()[at].holds(scene, Test.NO_LINE)) {
          // "Spend a little more" is no help when there is nothing left to give.
          if (allowances.open(rule)) {
            reasons.nearly(rule, rule.after().get(at));
          }
          return;
        }
      }
    }
    held.add(new Held(rule, lines));
  }

  private void discount(Held rule) {
    int decimals = vocabulary.moneyDecimals();
    for (club.vafa.rules.effect.Effect effect : rule.rule().off()) {
      if (effect instanceof Discount discount) {
        takeOff(rule, Discounts.reckon(discount, rule.lines(), goods, scene, decimals));
      } else if (effect instanceof CheapestFree free) {
        takeOff(rule, Discounts.reckon(free, rule.lines(), goods, scene));
      }
    }
  }

  private void takeOff(Held rule, long[] wanted) {
    long total = 0;
    for (long part : wanted) {
      total = Whole.plus(total, part);
    }
    if (total == 0) {
      return;
    }
    long granted = allowances.money(rule, total);
    long[] off = granted == total ? wanted : Whole.spread(granted, wanted);
    Map<Integer, Long> byLine = new TreeMap<>();
    for (int at = 0; at < off.length; at++) {
      if (off[at] > 0) {
        goods.takeOff(rule.lines()[at], off[at]);
        byLine.put(rule.lines()[at], off[at]);
      }
    }
    effects.add(
        new Effect.Discount(
            rule.rule().source(), total, granted, Collections.unmodifiableMap(byLine)));
  }

  private void award(Held rule) {
    for (Gifts.Free gift : rule.rule().gifts()) {
      if (allowances.use(rule, gift)) {
        effects.add(gift.effect());
      }
    }
    if (rule.rule().awards().isEmpty()) {
      return;
    }
    long base = goods.base(rule.lines());
    if (sale && base == 0) {
      return;
    }
    long quantity = goods.earningQuantity(rule.lines());
    for (Award award : rule.rule().awards()) {
      long wanted =
          award
              .amount()
              .reckon(new Basis(base, quantity, scene.facts().attributes(), award.target()));
      long granted = grant(rule, award, wanted);
      if (granted > 0 && plan.multipliers()) {
        earned.add(new Earned(award.unit().code(), granted, rule));
      }
    }
  }

  private long grant(Held rule, Award award, long wanted) {
    if (wanted <= 0) {
      return 0;
    }
    long granted = wanted;
    if (allowances.limit(rule.rule())) {
      granted = allowances.units(rule, award.unit(), wanted);
    } else {
      rule.give();
    }
    effects.add(new Effect.Earn(rule.rule().source(), award.unit().code(), wanted, granted));
    return granted;
  }

  private void multiply(Held rule) {
    for (Award award : rule.rule().multipliers()) {
      Multiplier multiplier = award.multiplier();
      if (multiplier != null) {
        long sum = 0;
        for (Earned one : earned) {
          if (one.unit().equals(award.unit().code())) {
            sum = Whole.plus(sum, share(one, rule, award));
          }
        }
        grant(rule, award, multiplier.more(sum, award.unit().rounding()));
      }
    }
  }

  /** The part of an award that came from the lines of the multiplying rule. */
  private long share(Earned one, Held rule, Award award) {
    if (rule.rule().narrowing().length == 0) {
      return one.granted();
    }
    long whole = goods.base(one.by().lines());
    return whole == 0
        ? 0
        : Whole.scale(
            one.granted(),
            goods.base(rule.lines(), one.by().lines()),
            whole,
            award.unit().rounding());
  }

  CutLog cuts() {
    return cuts;
  }

  Drawn drawn() {
    return drawn;
  }

  Rivals rivals() {
    return rivals;
  }

  /** What lines earn from, after the run. */
  long base(int[] lines) {
    return goods.base(lines);
  }
}
