package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.rules.Policy.Stacking;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The control group and variants: who is in which, and what they get. */
class ExperimentsTests {
  private static final String TEA = "TEA tea 1 10.00";

  private static Shop shop(long controlPercent) {
    return new Shop()
        .policy(new Policy(null, null, Stacking.ALL, 0, controlPercent * 10_000))
        .runsAs(
            "base",
            "'control':'included','trigger':{'on':'purchase'},'rules':[{'code':'base','then':[{'do':'stamp','unit':'stamps'}]}]")
        .runs(
            "promo",
            "{'code':'promo','when':[{'is':'coupon','any':['A']}],'then':[{'do':'stamp','unit':'stamps'}]}")
        .coupons("A");
  }

  @Test
  void theControlGroupGetsOnlyWhatIsMarked() {
    Shop in = shop(10).draw(99_999);
    assertThat(in.sells(TEA)).isEqualTo("base +1 stamps");
    assertThat(in.decide(TEA).assigned().control()).isTrue();
    Shop out = shop(10).draw(100_000);
    assertThat(out.sells(TEA)).isEqualTo("base +1 stamps, promo +1 stamps");
    assertThat(out.decide(TEA).assigned()).isEqualTo(Decision.Assigned.NOTHING);
  }

  @Test
  void theMemberIsNotTold() {
    Decision decision = shop(10).draw(5).decide(TEA);
    assertThat(Shop.notApplied(decision)).isEqualTo("promo not_offered");
    Shop in = shop(10).draw(5);
    assertThat(
            in.program().explain(in.facts(TEA)).campaigns().stream()
                .map(look -> look.code() + " " + look.verdict()))
        .containsExactly("base APPLIED", "promo CONTROL_GROUP");
  }

  @Test
  void aLargerControlGroupKeepsThoseWhoWereInIt() {
    Random random = new Random(1);
    for (int at = 0; at < 1_000; at++) {
      long number = random.nextLong();
      boolean small = shop(5).draw(number).decide(TEA).assigned().control();
      boolean large = shop(15).draw(number).decide(TEA).assigned().control();
      assertThat(!small || large).isTrue();
    }
  }

  @Test
  void withoutANumberNobodyIsInTheControlGroup() {
    assertThat(shop(100).sells(TEA)).isEqualTo("base +1 stamps, promo +1 stamps");
    assertThat(shop(100).program().draws()).isTrue();
    assertThat(shop(0).program().draws()).isFalse();
  }

  private static Shop variants(int campaigns) {
    Shop shop = new Shop();
    for (int at = 0; at < campaigns; at++) {
      shop.runsAs(
          "c" + at,
          "'trigger':{'on':'purchase'},'variants':[{'code':'a','weight':3},{'code':'b'}],"
              + "'rules':[{'code':'a%d','variant':'a','then':[{'do':'stamp','unit':'stamps'}]},"
                  .formatted(at)
              + "{'code':'b%d','variant':'b','then':[{'do':'stamp','unit':'stamps','count':2}]}]"
                  .formatted(at));
    }
    return shop;
  }

  /** Three to one, and two campaigns independently of each other: four cells of 9, 3, 3 and 1. */
  @Test
  void variantsAreDrawnByTheirWeightsAndIndependently() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int members = 8_000;
    Map<String, Integer> cells = new HashMap<>();
    Shop shop = variants(2);
    for (int at = 0; at < members; at++) {
      cells.merge(Shop.text(shop.draw(random.nextLong()).decide(TEA)), 1, Integer::sum);
    }
    Map<String, Integer> expected =
        Map.of(
            "a0 +1 stamps, a1 +1 stamps", 9,
            "a0 +1 stamps, b1 +2 stamps", 3,
            "b0 +2 stamps, a1 +1 stamps", 3,
            "b0 +2 stamps, b1 +2 stamps", 1);
    double square = 0;
    for (Map.Entry<String, Integer> cell : expected.entrySet()) {
      double wanted = members * cell.getValue() / 16.0;
      double away = cells.getOrDefault(cell.getKey(), 0) - wanted;
      square += away * away / wanted;
    }
    // Three degrees of freedom: above 21.1 in one of ten thousand fair draws.
    assertThat(square).as("seed %d: %s", seed, cells).isLessThan(21.1);
  }

  @Test
  void theDecisionRecordsTheVariantAndTheExplanationTellsIt() {
    Shop shop = variants(1).draw(42);
    String variant = shop.decide(TEA).assigned().variants().get(Shop.id(1));
    assertThat(variant).isIn("a", "b");
    Explanation explanation = shop.program().explain(shop.facts(TEA));
    assertThat(explanation.campaigns().getFirst().variant()).isEqualTo(variant);
    assertThat(explanation.campaigns().getFirst().rules().stream().filter(r -> r.held()))
        .hasSize(1)
        .allMatch(rule -> rule.rule().equals(variant + "0"));
  }

  @Test
  void faultsOfExperimentsAreTold() {
    assertThat(
            Shop.faults(
                Shop.campaign(
                    "c",
                    "'trigger':{'on':'purchase'},'control':'maybe','marginShare':'101',"
                        + "'variants':[{'code':'a','weight':0},{'code':'A'},{'code':'b'},{'code':'b'}],"
                        + "'rules':[{'code':'r','variant':'x','then':[{'do':'stamp','unit':'stamps'}]}]")))
        .isEqualTo(
            """
            /marginShare out_of_range
            /control unknown_value
            /variants/0/weight out_of_range
            /variants/1/code not_a_code
            /variants/3/code duplicate
            /rules/0/variant unknown_value\
            """);
  }
}
