package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.RuleLook;
import club.vafa.rules.Explanation.Verdict;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Usage.Counter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for any campaigns and any sale. */
class ProgramPropertyTests {
  private static final int PROGRAMS = 120;
  private static final int SALES = 25;

  @Test
  void theIndexLeavesNothingOutAndTheExplanationAgrees() {
    long seed = 1405_01_08;
    System.out.println("ProgramPropertyTests: seed " + seed);
    RandomShop shop = new RandomShop(seed);
    int effects = 0;
    for (int program = 0; program < PROGRAMS; program++) {
      Program rules = shop.program(1 + program % 40);
      for (int sale = 0; sale < SALES; sale++) {
        Usage usage = shop.usage();
        Set<Counter> read = new HashSet<>();
        Facts facts =
            shop.facts(counter -> {
              read.add(counter);
              return usage.of(counter);
            });
        Decision decision = rules.decide(facts);
        assertThat(rules.counters(facts)).containsAll(read);
        assertThat(rules.decideWithoutIndex(facts)).isEqualTo(decision);
        Explanation explanation = rules.explain(facts);
        assertThat(explanation.decision()).isEqualTo(decision);
        assertAgrees(explanation);
        assertSound(facts, decision);
        effects += decision.effects().size();
      }
    }
    assertThat(effects).isGreaterThan(PROGRAMS * SALES);
  }

  /** A rule has effects only if each of its conditions was judged to hold. */
  private static void assertAgrees(Explanation explanation) {
    for (CampaignLook campaign : explanation.campaigns()) {
      for (RuleLook rule : campaign.rules()) {
        if (!rule.effects().isEmpty()) {
          assertThat(rule.held()).isTrue();
        }
        if (campaign.verdict() != Verdict.APPLIED) {
          assertThat(rule.effects()).noneMatch(ProgramPropertyTests::gave);
        }
      }
    }
  }

  private static boolean gave(Effect effect) {
    return switch (effect) {
      case Effect.Earn earn -> earn.granted() > 0;
      case Effect.Discount discount -> discount.granted() > 0;
      case Effect.Gift gift -> true;
      case Effect.Voucher voucher -> true;
    };
  }

  private static void assertSound(Facts facts, Decision decision) {
    Sale sale = facts.sale();
    List<Line> lines = sale == null ? List.of() : sale.lines();
    assertThat(decision.lineDiscounts()).hasSize(lines.size());
    long[] taken = new long[lines.size()];
    for (Effect effect : decision.effects()) {
      switch (effect) {
        case Effect.Earn(var source, String unit, long wanted, long granted) -> {
          assertThat(wanted).isPositive();
          assertThat(granted).isBetween(0L, wanted);
        }
        case Effect.Discount(var source, long wanted, long granted, var byLine) -> {
          assertThat(granted).isBetween(0L, wanted);
          assertThat(byLine.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(granted);
          byLine.forEach((line, amount) -> taken[line] += amount);
        }
        case Effect.Gift gift -> assertThat(gift.quantity()).isPositive();
        case Effect.Voucher voucher -> assertThat(voucher.count()).isPositive();
      }
    }
    for (int at = 0; at < taken.length; at++) {
      assertThat(decision.lineDiscounts().get(at)).isEqualTo(taken[at]);
      assertThat(taken[at]).isBetween(0L, Math.max(0, lines.get(at).amount()));
    }
    decision
        .consumed()
        .values()
        .forEach(used -> {
          assertThat(used.uses()).isEqualTo(1);
          assertThat(used.units()).isNotNegative();
          assertThat(used.money()).isNotNegative();
        });
  }
}
