package club.vafa.rules.engine;

import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Explanation;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Explanation.RuleLook;
import club.vafa.rules.Explanation.Verdict;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.condition.Test;
import club.vafa.rules.engine.Compiled.Campaign;
import club.vafa.rules.engine.Compiled.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks at every rule of a plan for the explanation; nothing is cut short here. */
final class Looks {
  private final Scene scene;
  private final Run run;
  private final Decision decision;

  Looks(Scene scene, Run run, Decision decision) {
    this.scene = scene;
    this.run = run;
    this.decision = decision;
  }

  Explanation explain(Plan plan) {
    Map<Campaign, List<RuleLook>> byCampaign = new LinkedHashMap<>();
    for (Rule rule : plan.rules()) {
      byCampaign.computeIfAbsent(rule.campaign(), _ -> new ArrayList<>()).add(look(rule));
    }
    List<CampaignLook> campaigns = new ArrayList<>();
    byCampaign.forEach((campaign, rules) -> campaigns.add(look(campaign, rules)));
    return new Explanation(decision, campaigns);
  }

  private CampaignLook look(Campaign campaign, List<RuleLook> rules) {
    Campaign taker = run.rivals().blocker(campaign);
    return new CampaignLook(
        campaign.live().id(),
        campaign.live().version(),
        campaign.live().definition().code(),
        verdict(campaign, rules),
        campaign.lane(),
        taker == null ? "" : taker.live().definition().code(),
        run.drawn().variant(campaign),
        rules);
  }

  private Verdict verdict(Campaign campaign, List<RuleLook> rules) {
    if (!campaign.live().definition().started(scene.facts().at())) {
      return Verdict.NOT_STARTED;
    }
    if (campaign.live().definition().ended(scene.facts().at())) {
      return Verdict.ENDED;
    }
    if (scene.member() == null) {
      return Verdict.NEEDS_MEMBER;
    }
    if (!run.drawn().offers(campaign)) {
      return Verdict.CONTROL_GROUP;
    }
    if (run.rivals().blocker(campaign) != null) {
      return Verdict.LANE_TAKEN;
    }
    if (run.rivals().passedOver(campaign)) {
      return Verdict.STACKING_POLICY;
    }
    boolean gave = rules.stream().flatMap(rule -> rule.effects().stream()).anyMatch(Looks::gave);
    return gave ? Verdict.APPLIED : Verdict.NOT_APPLIED;
  }

  private static boolean gave(Effect effect) {
    return switch (effect) {
      case Effect.Earn earn -> earn.granted() > 0;
      case Effect.Discount discount -> discount.granted() > 0;
      case Effect.Gift gift -> true;
      case Effect.Voucher voucher -> true;
    };
  }

  private RuleLook look(Rule rule) {
    boolean sale = scene.facts().trigger().bringsGoods();
    int[] lines = sale ? rule.lines(scene) : new int[0];
    scene.matched(lines);
    List<ConditionLook> conditions =
        rule.definition().when().stream().map(condition -> at(condition, scene)).toList();
    String only = rule.definition().variant();
    boolean other = only != null && !only.equals(run.drawn().variant(rule.campaign()));
    boolean held =
        !other && conditions.stream().allMatch(ConditionLook::held) && (!sale || lines.length > 0);
    return new RuleLook(
        rule.definition().code(),
        held,
        conditions,
        Arrays.stream(lines).boxed().toList(),
        run.base(lines),
        run.cuts().caps(rule),
        decision.effects().stream()
            .filter(effect -> effect.source().equals(rule.source()))
            .toList(),
        other ? Objects.requireNonNullElse(only, "") : "",
        run.cuts().margins(rule));
  }

  /**
   * One condition, and those of its group. A condition on goods holds when any of them meets it.
   */
  static ConditionLook at(Condition condition, Scene scene) {
    Test test = condition.test();
    boolean held =
        condition.narrows()
            ? Arrays.stream(scene.goods()).anyMatch(line -> test.holds(scene, line))
            : test.holds(scene, Test.NO_LINE);
    return new ConditionLook(
        condition,
        held,
        condition.seen(scene),
        condition.parts().stream().map(part -> at(part, scene)).toList());
  }
}
