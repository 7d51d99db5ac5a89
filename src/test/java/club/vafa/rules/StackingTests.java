package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.rules.Policy.Stacking;
import org.junit.jupiter.api.Test;

/** What a club lays down about several campaigns on one sale. */
class StackingTests {
  private static final String TEA = "TEA tea 1 10.00";

  private static Policy policy(Stacking stacking, int most) {
    return new Policy(null, null, stacking, most, 0);
  }

  private static Shop shop(Stacking stacking, int most) {
    Shop shop = new Shop().policy(policy(stacking, most));
    add(shop, "a", 3, "{'do':'earn','unit':'points','amount':{'by':'fixed','give':'10'}}");
    add(shop, "b", 2, "{'do':'discount','on':'basket','amount':{'by':'fixed','give':'2'}}");
    add(shop, "c", 1, "{'do':'earn','unit':'credit','amount':{'by':'fixed','give':'2'}}");
    return shop;
  }

  private static void add(Shop shop, String code, int priority, String effect) {
    shop.runsAs(
        code,
        "'lane':'%s','priority':%d,'trigger':{'on':'purchase'},'rules':[{'code':'%s','then':[%s]}]"
            .formatted(code, priority, code, effect));
  }

  @Test
  void allGoTogetherUnlessTheClubSaysOtherwise() {
    assertThat(shop(Stacking.ALL, 0).sells(TEA))
        .isEqualTo("b -2 {0=200}, a +10 points, c +2 credit");
  }

  @Test
  void theBestIsWorthMostAndOfEqualOnesTheFirst() {
    assertThat(shop(Stacking.BEST, 0).sells(TEA)).isEqualTo("b -2 {0=200}");
    Shop shop = shop(Stacking.BEST, 0);
    add(shop, "d", 0, "{'do':'gift','sku':'MUG','name':'Mug','cost':'2.01'}");
    assertThat(shop.sells(TEA)).isEqualTo("d gift MUG×1");
  }

  @Test
  void atMostSoManyGoByPriority() {
    assertThat(shop(Stacking.AT_MOST, 2).sells(TEA)).isEqualTo("b -2 {0=200}, a +10 points");
    assertThat(shop(Stacking.AT_MOST, 3).sells(TEA))
        .isEqualTo("b -2 {0=200}, a +10 points, c +2 credit");
  }

  @Test
  void whatIsUsedUpTakesNoPlace() {
    Shop shop = new Shop().policy(policy(Stacking.AT_MOST, 1));
    shop.runsAs(
        "a",
        "'priority':1,'trigger':{'on':'purchase'},'rules':[{'code':'a','then':[{'do':'stamp','unit':'stamps'}],'caps':[{'per':'member','uses':1}]}]");
    add(shop, "b", 0, "{'do':'stamp','unit':'stamps'}");
    assertThat(shop.sells(TEA)).isEqualTo("a +1 stamps");
    assertThat(shop.sells(TEA)).isEqualTo("a +0 of 1 stamps, b +1 stamps");
  }

  @Test
  void theExplanationAndTheCouponSayWhy() {
    Shop shop = shop(Stacking.BEST, 0);
    shop.runs(
            "k",
            "{'code':'k','when':[{'is':'coupon','any':['A']}],'then':[{'do':'stamp','unit':'stamps'}]}")
        .coupons("A");
    assertThat(Shop.notApplied(shop.decide(TEA))).isEqualTo("k stacking_policy");
    assertThat(
            shop.program().explain(shop.facts(TEA)).campaigns().stream()
                .map(look -> look.code() + " " + look.verdict()))
        .containsExactly(
            "a STACKING_POLICY", "b APPLIED", "c STACKING_POLICY", "k STACKING_POLICY");
  }
}
