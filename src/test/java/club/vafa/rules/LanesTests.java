package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesTests {
  private static final String TEA = "TEA tea 1 10.00";

  private static Shop add(
      Shop shop, String code, String lane, boolean exclusive, int priority, String more) {
    return shop.runsAs(
        code,
        "'trigger':{'on':'purchase'},'lane':'"
            + lane
            + "','exclusive':"
            + exclusive
            + ",'priority':"
            + priority
            + ",'rules':[{'code':'"
            + code
            + "','then':["
            + "{'do':'earn','unit':'points','amount':{'by':'fixed','give':1}}]"
            + more
            + "}]");
  }

  @Test
  void campaignsOfALaneStack() {
    Shop shop = new Shop();
    add(shop, "low", "l", false, 1, "");
    add(shop, "high", "l", false, 2, "");
    assertThat(Shop.text(shop.decide(TEA))).isEqualTo("high +1 points, low +1 points");
  }

  @Test
  void equalPrioritiesFollowTheCode() {
    Shop shop = new Shop();
    add(shop, "b", "l", false, 1, "");
    add(shop, "a", "l", false, 1, "");
    assertThat(Shop.text(shop.decide(TEA))).isEqualTo("a +1 points, b +1 points");
  }

  @Test
  void anExclusiveCampaignLetsNoneOfItsLaneAfterIt() {
    Shop shop = new Shop();
    add(shop, "low", "l", false, 1, "");
    add(shop, "high", "l", true, 2, "");
    add(shop, "other", "m", false, 0, "");
    assertThat(Shop.text(shop.decide(TEA))).isEqualTo("high +1 points, other +1 points");
  }

  @Test
  void anExclusiveCampaignDoesNotComeAfterAnother() {
    Shop shop = new Shop();
    add(shop, "low", "l", true, 1, "");
    add(shop, "middle", "l", false, 2, "");
    add(shop, "high", "l", false, 3, "");
    assertThat(Shop.text(shop.decide(TEA))).isEqualTo("high +1 points, middle +1 points");
  }

  @Test
  void aCampaignThatIsUsedUpLeavesItsLane() {
    Shop shop = new Shop();
    add(shop, "low", "l", true, 1, "");
    add(shop, "high", "l", true, 2, ",'caps':[{'per':'all','uses':1}]");
    assertThat(shop.sells(TEA)).isEqualTo("high +1 points");
    assertThat(shop.sells(TEA)).isEqualTo("high +0 of 1 points, low +1 points");
  }

  @Test
  void aCampaignWhoseConditionsFailTakesNoLane() {
    Shop shop = new Shop();
    add(shop, "low", "l", true, 1, "");
    add(shop, "high", "l", true, 2, ",'when':[{'is':'category','any':['coffee']}]");
    assertThat(Shop.text(shop.decide(TEA))).isEqualTo("low +1 points");
  }

  @Test
  void anExclusiveAwardOfHigherPriorityBlocksADiscountAlthoughDiscountsComeFirst() {
    Shop shop = new Shop();
    add(shop, "high", "l", true, 2, "");
    shop.runsAs(
        "off",
        "'trigger':{'on':'purchase'},'lane':'l','priority':1,'rules':[{'code':'off','then':["
            + "{'do':'discount','on':'basket','amount':{'by':'percent','percent':10}}]}]");
    assertThat(Shop.text(shop.decide(TEA))).isEqualTo("high +1 points");
  }

  @Test
  void allRulesOfACampaignApplyEvenWhenItIsExclusive() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'purchase'},'exclusive':true,'rules':["
                    + "{'code':'a','then':[{'do':'stamp','unit':'stamps'}]},"
                    + "{'code':'b','then':[{'do':'stamp','unit':'stamps'}]}]");
    assertThat(Shop.text(shop.decide(TEA))).isEqualTo("a +1 stamps, b +1 stamps");
  }

  @Test
  void aCampaignRunsFromItsFirstInstantUntilBeforeItsLast() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'purchase'},'from':'2026-03-28T00:00:00+03:30',"
                    + "'until':'2026-03-29T00:00:00+03:30','rules':["
                    + "{'code':'a','then':[{'do':'stamp','unit':'stamps'}]}]");
    assertThat(Shop.text(shop.at("2026-03-27T23:59:59").decide(TEA))).isEmpty();
    assertThat(Shop.text(shop.at("2026-03-28T00:00:00").decide(TEA))).isEqualTo("a +1 stamps");
    assertThat(Shop.text(shop.at("2026-03-28T23:59:59").decide(TEA))).isEqualTo("a +1 stamps");
    assertThat(Shop.text(shop.at("2026-03-29T00:00:00").decide(TEA))).isEmpty();
  }
}
