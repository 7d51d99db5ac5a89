package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Policy.Stacking;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However generous campaigns are, a sale gives no more than its share of the margin. */
class MarginGuardTests {
  /** An article of 300,000 that costs 200,000: a margin of 100,000. */
  private static final String ONE = "TV tv 1 300000.00 200000.00";

  private static final String TWO = "TV tv 2 600000.00 400000.00";

  private static final String LADDER =
      "{'code':'r','then':[{'do':'earn','unit':'credit','amount':{'by':'ladder','of':'quantity',"
          + "'mode':'whole','steps':[{'from':'1','percent':'10'},{'from':'2','percent':'17'}]}}]}";

  private static Policy share(@Nullable Long percent, @Nullable Long assumed) {
    return new Policy(
        percent == null ? null : percent * 10_000,
        assumed == null ? null : assumed * 10_000,
        Stacking.ALL,
        0,
        0);
  }

  private static Shop guarded(long percent) {
    return new Shop().policy(share(percent, null));
  }

  private static String off(String code, int priority, String percent) {
    return "'priority':%d,'trigger':{'on':'purchase'},'rules':[{'code':'%s','then':[{'do':'discount','on':'basket','amount':{'by':'percent','percent':'%s'}}]}]"
        .formatted(priority, code, percent);
  }

  @Test
  void tenPerCentOnOneAndSeventeenOnTwo() {
    Shop open = new Shop().runs("credit", LADDER);
    assertThat(open.sells(ONE)).isEqualTo("r +30000 credit");
    assertThat(open.sells(TWO)).isEqualTo("r +102000 credit");
    Shop half = guarded(50).runs("credit", LADDER);
    assertThat(half.sells(ONE)).isEqualTo("r +30000 credit");
    assertThat(half.sells(TWO)).isEqualTo("r +100000 of 102000 credit");
  }

  @Test
  void theExplanationSaysSo() {
    Shop half = guarded(50).runs("credit", LADDER);
    Explanation explanation = half.program().explain(half.facts(TWO));
    Phrases phrases = new Phrases(new Sentences());
    assertThat(phrases.explanation(Language.EN, explanation, Shop.WORDS))
        .contains(
            "    The margin guard cut it: margin 200,000 euros, of which 50% is 100,000 euros;"
                + " given before: 0 euros; 102,000 credit became 100,000 credit");
    for (Language language : List.of(Language.FA, Language.AR)) {
      assertThat(String.join("\n", phrases.explanation(language, explanation, Shop.WORDS)))
          .doesNotContain("rules.")
          .doesNotContain("{");
    }
  }

  @Test
  void whatComesLastIsCutFirst() {
    Shop shop =
        guarded(50)
            .runsAs("low", off("low", 1, "20"))
            .runsAs("high", off("high", 2, "10"))
            .runs(
                "points",
                "{'code':'p','then':[{'do':'earn','unit':'credit','amount':{'by':'fixed','give':'5'}}]}");
    // Margin 40, of which 20 may be given: 10 % of 100 is 10, then 20 % of 90 would be 18.
    assertThat(shop.sells("A x 1 100.00 60.00"))
        .isEqualTo("high -10 {0=1000}, low -10 of 18 {0=1000}, p +0 of 5 credit");
    assertThat(Shop.notApplied(shop.decide("A x 1 100.00 60.00"))).isEqualTo("p margin_guard");
  }

  @Test
  void aSaleWithoutMarginGivesNothing() {
    Shop shop = guarded(50).runsAs("c", off("c", 0, "10"));
    assertThat(shop.sells("A x 1 100.00 100.00")).isEqualTo("c -0 of 10 {}");
    assertThat(shop.sells("A x 1 100.00 130.00")).isEqualTo("c -0 of 10 {}");
    assertThat(shop.sells("A x 1 100.00 130.00; B x 1 100.00 20.00"))
        .isEqualTo("c -20 {0=1000, 1=1000}");
    assertThat(guarded(0).runsAs("c", off("c", 0, "10")).sells("A x 1 100.00 1.00"))
        .isEqualTo("c -0 of 10 {}");
  }

  @Test
  void linesOfUnknownCostAreOutsideTheGuardOrCountAsAssumed() {
    String unknown = "A x 1 100.00";
    assertThat(guarded(50).runsAs("c", off("c", 0, "40")).sells(unknown))
        .isEqualTo("c -40 {0=4000}");
    Shop assumed = new Shop().policy(share(50L, 20L)).runsAs("c", off("c", 0, "40"));
    assertThat(assumed.sells(unknown)).isEqualTo("c -10 of 40 {0=1000}");
    // Half of the goods are of known cost: of 80 given 40 count, and the guard allows 5 of them.
    assertThat(guarded(50).runsAs("c", off("c", 0, "40")).sells("A x 1 100.00; B x 1 100.00 90.00"))
        .isEqualTo("c -10 of 80 {0=500, 1=500}");
  }

  @Test
  void whatTheShopTookOffItselfLessensTheMargin() {
    Shop shop = guarded(100).runsAs("c", off("c", 0, "40"));
    assertThat(shop.sells("A x 1 100.00 60.00; OFF - 1 -30.00")).isEqualTo("c -10 of 40 {0=1000}");
  }

  @Test
  void unitsCountAtTheirWorthAndGiftsAtTheirCost() {
    // A point is worth a tenth of a cent; miles are worth nothing that is known.
    Shop shop =
        guarded(50)
            .runs(
                "c",
                "{'code':'p','then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'5000'}},"
                    + "{'do':'earn','unit':'miles','amount':{'by':'fixed','give':'7'}},"
                    + "{'do':'gift','sku':'MUG','name':'Mug','cost':'3'}]}");
    assertThat(shop.sells("A x 1 10.00 1.00"))
        .isEqualTo("p gift MUG×1, p +1500 of 5000 points, p +7 miles");
    assertThat(shop.sells("A x 1 10.00 5.00")).isEqualTo("p +2500 of 5000 points, p +7 miles");
  }

  @Test
  void aCampaignMayHaveAGuardOfItsOwn() {
    Shop shop =
        new Shop()
            .runsAs("a", off("a", 2, "30") + ",'marginShare':'25'")
            .runsAs("b", off("b", 1, "10"));
    assertThat(shop.sells("A x 1 100.00 60.00")).isEqualTo("a -10 of 30 {0=1000}, b -9 {0=900}");
    assertThat(shop.policy(share(40L, null)).sells("A x 1 100.00 60.00"))
        .isEqualTo("a -10 of 30 {0=1000}, b -6 of 9 {0=600}");
  }

  @Test
  void aReturnAndAnEventHaveNoMargin() {
    Shop event =
        guarded(0)
            .runsAs(
                "e",
                "'trigger':{'on':'birthday'},'rules':[{'code':'e','then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'5'}}]}]")
            .on(Facts.TriggerKind.BIRTHDAY, "");
    assertThat(event.sells("")).isEqualTo("e +5 points");
  }

  @Test
  void theSumNeverExceedsTheShare() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      long percent = random.nextInt(101);
      Shop shop = guarded(percent);
      for (int at = 0; at < 4; at++) {
        shop.runsAs("d" + at, off("d" + at, random.nextInt(5), "" + (1 + random.nextInt(60))));
      }
      shop.runs(
          "p",
          "{'code':'p','then':[{'do':'earn','unit':'points','amount':{'by':'percent','percent':'%d'}}]}"
              .formatted(1 + random.nextInt(90)));
      long price = 1 + random.nextInt(100_000);
      long cost = random.nextInt(100_000);
      String lines =
          "A x 1 %d.%02d %d.%02d".formatted(price / 100, price % 100, cost / 100, cost % 100);
      long given = 0;
      for (Decision.Effect effect : shop.decide(lines).effects()) {
        given +=
            switch (effect) {
              case Decision.Effect.Discount discount -> discount.granted();
              case Decision.Effect.Earn earn -> (earn.granted() + 9) / 10;
              case Decision.Effect.Gift _, Decision.Effect.Voucher _ -> 0;
            };
      }
      assertThat(given)
          .as("seed %d, %s at %d %%", seed, lines, percent)
          .isLessThanOrEqualTo(Math.max(0, price - cost) * percent / 100);
    }
  }
}
