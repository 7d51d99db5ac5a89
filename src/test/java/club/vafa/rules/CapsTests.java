package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.Usage.Used;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CapsTests {
  private static final String TEA = "TEA tea 1 10.00";
  private static final String TEN_POINTS =
      "'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'1'}}]";

  private static Shop capped(String caps) {
    return new Shop().runs("c", "{'code':'r'," + TEN_POINTS + ",'caps':[" + caps + "]}");
  }

  private static Shop budgeted(String budget) {
    return new Shop()
        .runsAs(
            "c",
            "'trigger':{'on':'purchase'},'rules':[{'code':'r',"
                + TEN_POINTS
                + "}],'budget':"
                + budget);
  }

  @Test
  void unitsPerSaleCutAndShowWhatWasWanted() {
    Shop shop = capped("{'per':'sale','units':'7'}");
    assertThat(shop.sells(TEA)).isEqualTo("r +7 of 10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +7 of 10 points");
    assertThat(shop.decide(TEA).consumed()).isEmpty();
    assertThat(shop.program().needsUsage()).isFalse();
  }

  @Test
  void zeroIsZeroAndAbsentIsUnlimited() {
    Shop none = capped("{'per':'sale','units':'0'}");
    assertThat(none.sells(TEA)).isEqualTo("r +0 of 10 points");
    assertThat(Shop.notApplied(none.decide(TEA))).isEqualTo("r cap_reached");
    Shop never = capped("{'per':'member','uses':0}");
    assertThat(never.sells(TEA)).isEqualTo("r +0 of 10 points");
    Shop unlimited = capped("{'per':'member','uses':5}");
    assertThat(unlimited.sells(TEA)).isEqualTo("r +10 points");
  }

  @Test
  void usesOfADayEndWithTheDay() {
    Shop shop = capped("{'per':'member','period':'day','uses':2}");
    assertThat(shop.sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +0 of 10 points");
    shop.at("2026-03-29T00:00");
    assertThat(shop.sells(TEA)).isEqualTo("r +10 points");
  }

  @Test
  void periodsBeginWithTheClubsCalendar() {
    for (String period : new String[] {"day", "week", "month", "year", "ever"}) {
      Shop shop = capped("{'per':'member','period':'" + period + "','uses':1}");
      Counter counter = shop.decide(TEA).consumed().keySet().iterator().next();
      // 28 March 2026 is Saturday, 8 Farvardin 1405; Jalali weeks begin on Saturday.
      LocalDate since =
          switch (Period.valueOf(period.toUpperCase(java.util.Locale.ROOT))) {
            case DAY, WEEK -> LocalDate.of(2026, 3, 28);
            case MONTH, YEAR -> LocalDate.of(2026, 3, 21);
            case EVER -> LocalDate.EPOCH;
          };
      assertThat(counter)
          .isEqualTo(
              new Counter(
                  Shop.id(1),
                  "r",
                  true,
                  Period.valueOf(period.toUpperCase(java.util.Locale.ROOT)),
                  since));
    }
  }

  @Test
  void theLastUnitsOfABudgetAreGivenOnce() {
    Shop shop = budgeted("{'units':'25'}");
    assertThat(shop.sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +5 of 10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +0 of 10 points");
    assertThat(Shop.notApplied(shop.decide(TEA))).isEqualTo("r budget_exhausted");
  }

  /** A point is worth a tenth of a cent, so 10 points cost 1 cent and a cent buys 10. */
  @Test
  void aBudgetInMoneyCountsWhatUnitsAreWorth() {
    Shop shop = budgeted("{'money':'0.02'}");
    assertThat(shop.sells("TEA tea 1 15.00")).isEqualTo("r +15 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +0 of 10 points");
    Shop other = budgeted("{'money':'0.03'}");
    assertThat(other.sells("TEA tea 1 15.00")).isEqualTo("r +15 points");
    assertThat(other.sells("TEA tea 1 15.00")).isEqualTo("r +10 of 15 points");
  }

  @Test
  void aBudgetInMoneyCountsDiscountsAndCutsThemLineByLine() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'purchase'},'rules':[{'code':'d','then':[{'do':'discount',"
                    + "'on':'lines','amount':{'by':'percent','percent':'10'}}]}],"
                    + "'budget':{'money':'2.50','period':'month'}");
    assertThat(shop.sells("A x 1 10; B x 1 5")).isEqualTo("d -1.5 {0=100, 1=50}");
    assertThat(shop.sells("A x 1 10; B x 1 5")).isEqualTo("d -1 of 1.5 {0=67, 1=33}");
    assertThat(shop.sells("A x 1 10; B x 1 5")).isEqualTo("d -0 of 1.5 {}");
    assertThat(shop.decide("A x 1 10; B x 1 5").lineDiscounts()).containsExactly(0L, 0L);
  }

  @Test
  void severalEffectsOfARuleAreOneUse() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'r','then':[{'do':'discount','on':'basket','amount':"
                    + "{'by':'fixed','give':'1'}},{'do':'stamp','unit':'stamps'},"
                    + "{'do':'gift','sku':'MUG','name':'Mug'}],"
                    + "'caps':[{'per':'all','uses':1}]}");
    assertThat(shop.sells(TEA)).isEqualTo("r -1 {0=100}, r gift MUG×1, r +1 stamps");
    assertThat(shop.sells(TEA)).isEqualTo("r -0 of 1 {}, r +0 of 1 stamps");
    assertThat(Shop.notApplied(shop.decide(TEA))).isEqualTo("r cap_reached");
  }

  @Test
  void capsOfACampaignCountItsRulesTogether() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'purchase'},'rules':[{'code':'a',"
                    + TEN_POINTS
                    + "},"
                    + "{'code':'b',"
                    + TEN_POINTS
                    + "}],"
                    + "'caps':[{'per':'sale','units':'15'},"
                    + "{'per':'member','period':'ever','uses':1}]");
    Decision decision = shop.decide(TEA);
    assertThat(decision.consumed())
        .containsOnlyKeys(new Counter(Shop.id(1), "", true, Period.EVER, LocalDate.EPOCH))
        .containsValue(new Used(1, 15, 2));
    assertThat(shop.sells(TEA)).isEqualTo("a +10 points, b +5 of 10 points");
    assertThat(shop.sells(TEA)).isEqualTo("a +0 of 10 points, b +0 of 10 points");
  }

  @Test
  void aBudgetAndACapOverOneCounterCountOnce() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'purchase'},'rules':[{'code':'r',"
                    + TEN_POINTS
                    + "}],"
                    + "'caps':[{'per':'all','period':'ever','uses':9,'units':'12'}],"
                    + "'budget':{'units':'25'}");
    assertThat(shop.decide(TEA).consumed().values()).containsExactly(new Used(1, 10, 1));
    assertThat(shop.sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +2 of 10 points");
  }

  @Test
  void multipliersAreCappedToo() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'a',"
                    + TEN_POINTS
                    + ",'caps':[{'per':'sale','units':'8'}]},"
                    + "{'code':'m','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'multiplier','times':3}}],'caps':[{'per':'sale','units':'12'}]}");
    assertThat(shop.sells(TEA)).isEqualTo("a +8 of 10 points, m +12 of 16 points");
  }

  @Test
  void countersNameAllThatDecidingMayRead() {
    Shop shop =
        new Shop()
            .runs(
                "tea",
                "{'code':'r','when':[{'is':'category','any':['tea']},{'is':'firstVisit'}],"
                    + TEN_POINTS
                    + ",'caps':[{'per':'member','uses':1},{'per':'sale','units':'5'}]}")
            .runs(
                "coffee",
                "{'code':'r','when':[{'is':'category','any':['coffee']}],"
                    + TEN_POINTS
                    + ",'caps':[{'per':'all','uses':1}]}")
            .visits(7);
    assertThat(shop.program().needsUsage()).isTrue();
    assertThat(shop.program().counters(shop.facts(TEA)))
        .containsExactly(new Counter(Shop.id(1), "r", true, Period.EVER, LocalDate.EPOCH));
  }

  @Test
  void moreUsedThanAllowedLeavesNothing() {
    Shop shop = budgeted("{'units':'5'}");
    Facts facts = shop.facts(TEA);
    Facts overdrawn =
        new Facts(
            facts.trigger(),
            facts.eventType(),
            facts.at(),
            facts.zone(),
            facts.calendar(),
            facts.sale(),
            facts.attributes(),
            facts.member(),
            counter -> new Used(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    assertThat(Shop.text(shop.program().decide(overdrawn))).isEqualTo("r +0 of 10 points");
  }

  @Test
  void aCapForEachBranchCountsBranches() {
    Shop shop = capped("{'per':'branch','period':'day','uses':1}");
    assertThat(shop.sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.sells(TEA)).isEqualTo("r +0 of 10 points");
    assertThat(shop.branch("other").sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.decide(TEA).notApplied().getFirst().args()).containsEntry("per", "branch");
    assertThat(shop.program().counters(shop.facts(TEA)))
        .containsExactly(
            new Counter(
                Shop.id(1), "r", false, Period.DAY, LocalDate.of(2026, 3, 28), "branch:other"));
  }

  @Test
  void aCapForEachCouponCountsCoupons() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'r','when':[{'is':'coupon','any':['A','B']}],"
                    + TEN_POINTS
                    + ",'caps':[{'per':'coupon','units':'15'}]}");
    assertThat(shop.coupons("a").sells(TEA)).isEqualTo("r +10 points");
    assertThat(shop.coupons("a").sells(TEA)).isEqualTo("r +5 of 10 points");
    assertThat(shop.coupons("b").sells(TEA)).isEqualTo("r +10 points");
  }

  @Test
  void capsForBranchesAndCouponsNeedASale() {
    assertThat(
            Shop.faults(
                Shop.campaign(
                    "c",
                    "'trigger':{'on':'birthday'},'caps':[{'per':'branch','uses':1}],'rules':[{'code':'r','then':[{'do':'stamp','unit':'stamps'}],'caps':[{'per':'coupon','uses':1}]}]")))
        .isEqualTo("/rules/0/caps/0/per not_with_trigger\n/caps/0/per not_with_trigger");
  }
}
