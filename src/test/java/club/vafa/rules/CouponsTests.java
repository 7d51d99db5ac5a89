package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponsTests {
  private static final String TEA = "TEA tea 1 10.00";

  private static Shop welcome(String more, String fields) {
    return new Shop()
        .runsAs(
            "welcome",
            "'trigger':{'on':'purchase'},'rules':[{'code':'w','when':["
                + "{'is':'coupon','any':['Welcome-12']}"
                + more
                + "],"
                + "'then':[{'do':'stamp','unit':'stamps'}],'caps':[{'per':'member','uses':1}]}]"
                + fields);
  }

  private static String result(Decision decision) {
    return Shop.text(decision) + " / " + Shop.notApplied(decision);
  }

  @ParameterizedTest
  @CsvSource({"Welcome-12", "welcome-12", "' WELCOME-12 '", "welcome-۱۲", "welcome-١٢"})
  void countWithoutCaseAndSpacesAndInAnyDigits(String handedIn) {
    assertThat(result(welcome("", "").coupons(handedIn).decide(TEA))).isEqualTo("w +1 stamps / ");
  }

  @Test
  void areNotNeededElsewhere() {
    assertThat(result(welcome("", "").decide(TEA))).isEqualTo(" / ");
  }

  @Test
  void eachOneInVainIsToldWhy() {
    assertThat(result(welcome("", "").coupons("nobody", "welcome-12").decide(TEA)))
        .isEqualTo("w +1 stamps / coupon_unknown");
    assertThat(
            result(
                welcome(",{'is':'category','any':['coffee']}", "")
                    .coupons("welcome-12")
                    .decide(TEA)))
        .isEqualTo(" / w condition_failed");
    assertThat(
            result(
                welcome(",{'is':'minimum','amount':'12'}", "").coupons("welcome-12").decide(TEA)))
        .isEqualTo(" / w below_minimum");
    assertThat(
            result(welcome("", ",'from':'2026-04-01T00:00:00Z'").coupons("welcome-12").decide(TEA)))
        .isEqualTo(" / w not_started");
    assertThat(
            result(
                welcome("", ",'until':'2026-02-01T00:00:00Z'").coupons("welcome-12").decide(TEA)))
        .isEqualTo(" / w ended");
    assertThat(result(welcome("", "").coupons("welcome-12").anonymous().decide(TEA)))
        .isEqualTo(" / w needs_member");
    Shop used = welcome("", "").coupons("welcome-12");
    assertThat(used.sells(TEA)).isEqualTo("w +1 stamps");
    assertThat(result(used.decide(TEA))).isEqualTo("w +0 of 1 stamps / w cap_reached");
    Shop lane =
        welcome("", ",'exclusive':true")
            .runsAs(
                "first",
                "'priority':5,'trigger':{'on':'purchase'},'rules':[{'code':'f',"
                    + "'then':[{'do':'stamp','unit':'stamps'}]}]")
            .coupons("welcome-12");
    assertThat(result(lane.decide(TEA))).isEqualTo("f +1 stamps / w lane_taken");
  }

  @Test
  void aCouponOfOneStepTooFewComesToNothing() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'w','when':[{'is':'coupon','any':['A']}],'then':[{'do':'earn',"
                    + "'unit':'points','amount':{'by':'step','each':'11','give':'1'}}]}")
            .coupons("a");
    assertThat(result(shop.decide(TEA))).isEqualTo(" / w no_effect");
  }

  @Test
  void conditionsThatNoGoodsMeetTogetherAreTold() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'w','when':[{'is':'coupon','any':['A']},{'is':'item','any':['TEA']},"
                    + "{'is':'category','any':['cake']}],'then':["
                    + "{'do':'stamp','unit':'stamps'}]}")
            .coupons("a");
    assertThat(result(shop.decide("TEA tea 1 2; PIE cake 1 3"))).isEqualTo(" / w no_goods_left");
  }

  @Test
  void whatNearlyAppliedIsToldWithoutACouponToo() {
    Shop shop = new Shop().when("{'is':'minimum','amount':'12.50'}");
    Decision decision = shop.decide(TEA);
    assertThat(Shop.notApplied(decision)).isEqualTo("r below_minimum");
    assertThat(decision.notApplied().getFirst().args().get("missing")).isEqualTo("money:2.5 EUR");
    assertThat(
            Shop.notApplied(
                new Shop()
                    .when("{'is':'minimum','amount':'12.50'},{'is':'firstVisit'}")
                    .visits(3)
                    .decide(TEA)))
        .isEmpty();
    assertThat(Shop.notApplied(new Shop().when("{'is':'pieces','atLeast':2}").decide(TEA)))
        .isEqualTo("r below_quantity");
  }

  @Test
  void nobodyIsAskedToSpendMoreForWhatIsUsedUp() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'r','when':[{'is':'minimum','amount':'12'}],'then':["
                    + "{'do':'stamp','unit':'stamps'}],'caps':[{'per':'member','uses':1}]}");
    assertThat(Shop.notApplied(shop.decide(TEA))).isEqualTo("r below_minimum");
    assertThat(shop.sells("TEA tea 1 12.00")).isEqualTo("r +1 stamps");
    assertThat(Shop.notApplied(shop.decide(TEA))).isEmpty();
  }
}
