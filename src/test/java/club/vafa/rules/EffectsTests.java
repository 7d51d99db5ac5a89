package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.rules.Facts.TriggerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsTests {
  private static final String BASKET = "LATTE coffee 2 9.00; CAKE cake 1 4.50; MUG goods 1 12.00";
  private static final String TEN_PERCENT_BACK =
      "{'code':'back','then':[{'do':'earn','unit':'credit','amount':"
          + "{'by':'percent','percent':'10'}}]}";

  private static Shop discount(String amount, String on) {
    return new Shop()
        .runs(
            "off",
            "{'code':'d','then':[{'do':'discount','on':'" + on + "','amount':" + amount + "}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lines  | {'by':'percent','percent':'10'}       | d -2.55 {0=90, 1=45, 2=120}",
        "basket | {'by':'percent','percent':'10'}       | d -2.55 {0=90, 1=45, 2=120}",
        "lines  | {'by':'percent','percent':'0.05'}     | d -0.01 {2=1}",
        "basket | {'by':'percent','percent':'0.05'}     | d -0.01 {2=1}",
        "lines  | {'by':'fixed','give':'5'}             | d -14.5 {0=500, 1=450, 2=500}",
        "basket | {'by':'fixed','give':'5'}             | d -5 {0=177, 1=88, 2=235}",
        "basket | {'by':'fixed','give':'99'}            | d -25.5 {0=900, 1=450, 2=1200}",
        "basket | {'by':'step','each':'10','give':'1'}  | d -2 {0=71, 1=35, 2=94}",
        "lines  | {'by':'step','each':'10','give':'1'}  | d -1 {2=100}",
        "lines  | {'by':'piece','give':'0.50'}          | d -2 {0=100, 1=50, 2=50}",
        "lines  | {'by':'percent','percent':'100'}      | d -25.5 {0=900, 1=450, 2=1200}",
        // 10 % on one piece, 17 % on two.
        "lines  | {'by':'ladder','of':'quantity','steps':[{'from':1,'percent':10},"
            + "{'from':2,'percent':17}]}                | d -3.18 {0=153, 1=45, 2=120}",
        "basket | {'by':'ladder','of':'quantity','steps':[{'from':1,'percent':10},"
            + "{'from':2,'percent':17}]}                | d -4.34 {0=153, 1=77, 2=204}",
        // Marginal: of two pieces for 9.00 the first at 10 %, the second at 17 %.
        "lines  | {'by':'ladder','of':'quantity','mode':'marginal','steps':["
            + "{'from':1,'percent':10},{'from':2,'percent':17}]} | d -2.87 {0=122, 1=45, 2=120}"
      })
  void discountsTakeOffLines(String on, String amount, String wanted) {
    assertThat(Shop.text(discount(amount, on).decide(BASKET))).isEqualTo(wanted);
  }

  @Test
  void aLaterDiscountComesOffWhatIsLeft() {
    Shop shop =
        new Shop()
            .runsAs(
                "second",
                "'priority':1,'trigger':{'on':'purchase'},'rules':[{'code':'half','then':["
                    + "{'do':'discount','on':'lines','amount':{'by':'percent','percent':'50'}}]}]")
            .runsAs(
                "first",
                "'priority':2,'trigger':{'on':'purchase'},'rules':[{'code':'two','then':["
                    + "{'do':'discount','on':'basket','amount':{'by':'fixed','give':'2'}}]}]");
    Decision decision = shop.decide("TEA tea 1 10.00");
    assertThat(Shop.text(decision)).isEqualTo("two -2 {0=200}, half -4 {0=400}");
    assertThat(decision.lineDiscounts()).containsExactly(600L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 1 | A x 3 9.00                        | d -3 {0=300}",
        "3 | 1 | A x 2 6.00                        | ''",
        "3 | 1 | A x 1 5; B x 1 3; C x 1 4         | d -3 {1=300}",
        "3 | 1 | A x 6 30; B x 1 2                 | d -7 {0=500, 1=200}",
        "2 | 1 | A x 2 10; B x 2 4                 | d -4 {1=400}",
        "3 | 2 | A x 2 10; B x 1 4                 | d -9 {0=500, 1=400}",
        "2 | 1 | A x 1 3; B x 1 3                  | d -3 {0=300}",
        "3 | 1 | A kg 2.9 9.00                     | ''",
        "3 | 1 | A x 3 10.00                       | d -3.33 {0=333}",
        "2 | 1 | A x 1 3; B x 1 0; C x 1 -3        | ''"
      })
  void theCheapestPiecesAreFree(int every, int free, String lines, String wanted) {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'d','then':[{'do':'cheapestFree','every':"
                    + every
                    + ",'free':"
                    + free
                    + "}]}");
    assertThat(Shop.text(shop.decide(lines))).isEqualTo(wanted);
  }

  @Test
  void giftsAndStampsAreGiven() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'g','then':[{'do':'gift','sku':'MUG','name':'A mug'},"
                    + "{'do':'stamp','unit':'stamps','count':2}]}");
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo("g gift MUG×1, g +2 stamps");
  }

  @Test
  void vouchersAreGivenWhereTheConditionsHoldAndTheCapAllows() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'held','when':[{'is':'category','any':['cake']}],'then':["
                    + "{'do':'voucher','reward':'free-coffee'}]},"
                    + "{'code':'failed','when':[{'is':'category','any':['tea']}],'then':["
                    + "{'do':'voucher','reward':'free-tea'}]},"
                    + "{'code':'edge','then':[{'do':'voucher','reward':'mug','count':10}],"
                    + "'caps':[{'per':'member','period':'day','uses':0}]}");
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo("held voucher free-coffee×1");
    assertThat(Shop.text(shop.decide("FREE x 1 0"))).isEmpty();
  }

  @Test
  void whatWasTakenOffDoesNotEarn() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                TEN_PERCENT_BACK
                    + ",{'code':'off','when':[{'is':'category','any':['goods']}],'then':["
                    + "{'do':'discount','on':'lines','amount':{'by':'percent','percent':'50'}}]}");
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo("off -6 {2=600}, back +1.95 credit");
  }

  @Test
  void whatWalletsPaidDoesNotEarnAndIsSharedByWhatEachLineCosts() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                TEN_PERCENT_BACK
                    + ",{'code':'coffee','when':[{'is':'category','any':['coffee']}],'then':["
                    + "{'do':'earn','unit':'credit','amount':{'by':'percent','percent':'100'}}]}")
            .paidByWallets(1_000);
    // 10.00 of 25.50: the lines bear 3.53, 1.76 and 4.71, which sums to 10.00 exactly.
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo("back +1.55 credit, coffee +5.47 credit");
    assertThat(Shop.text(shop.paidByWallets(2_550).decide(BASKET))).isEmpty();
    assertThat(Shop.text(shop.paidByWallets(999_999).decide(BASKET))).isEmpty();
    assertThat(Shop.text(shop.paidByWallets(-5).decide(BASKET)))
        .isEqualTo("back +2.55 credit, coffee +9 credit");
  }

  @Test
  void freeAndNegativeLinesNeverEarn() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                TEN_PERCENT_BACK
                    + ",{'code':'each','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'piece','give':'1'}}]}");
    assertThat(Shop.text(shop.decide("A x 1 10; FREE x 5 0; BACK x 3 -4")))
        .isEqualTo("back +1 credit, each +1 points");
    assertThat(Shop.text(shop.decide("FREE x 5 0; BACK x 3 -4"))).isEmpty();
    assertThat(Shop.text(shop.decide(""))).isEmpty();
  }

  @Test
  void multipliersComeLastAndDoNotMultiplyEachOther() {
    Shop shop =
        new Shop()
            .runsAs(
                "three",
                "'priority':9,'trigger':{'on':'purchase'},'rules':[{'code':'m3','then':["
                    + "{'do':'earn','unit':'points','amount':{'by':'multiplier','times':'3'}}]}]")
            .runs(
                "c",
                "{'code':'m1','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'multiplier','times':'1.5'}}]},"
                    + "{'code':'a','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'fixed','give':'10'}}]},"
                    + "{'code':'b','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'fixed','give':'5'}},{'do':'stamp','unit':'stamps'}]}");
    assertThat(Shop.text(shop.decide(BASKET)))
        .isEqualTo("a +10 points, b +5 points, b +1 stamps, m3 +30 points, m1 +7 points");
  }

  @Test
  void aMultiplierOverSomeGoodsMultipliesWhatThoseGoodsEarned() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                TEN_PERCENT_BACK
                    + ",{'code':'x2','when':[{'is':'category','any':['coffee']}],'then':["
                    + "{'do':'earn','unit':'credit','amount':{'by':'multiplier','times':2}}]}");
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo("back +2.55 credit, x2 +0.9 credit");
  }

  @Test
  void aMultiplierOfNothingIsNothing() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'x2','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'multiplier','times':2}}]}");
    assertThat(shop.decide(BASKET).effects()).isEmpty();
  }

  @Test
  void anonymousSalesHaveNoEffects() {
    Shop shop = discount("{'by':'percent','percent':'10'}", "basket").anonymous();
    Decision decision = shop.decide(BASKET);
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.lineDiscounts()).containsExactly(0L, 0L, 0L);
    assertThat(shop.program().counters(shop.facts(BASKET))).isEmpty();
  }

  @Test
  void aReturnCanSetARuleOff() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'return'},'rules':[{'code':'sorry','when':["
                    + "{'is':'category','any':['cake']}],'then':["
                    + "{'do':'earn','unit':'points','amount':{'by':'fixed','give':3}}]}]")
            .on(TriggerKind.RETURN, "");
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo("sorry +3 points");
  }

  @Test
  void awardsKeepTheirOwnLifetime() {
    CampaignDefinition campaign =
        Shop.parse(
            Shop.campaign(
                "c",
                "'trigger':{'on':'purchase'},'rules':[{'code':'r','then':["
                    + "{'do':'earn','unit':'points','amount':{'by':'fixed','give':1},"
                    + "'expires':{'months':6,'endOf':'month'},'pending':{'days':14}},"
                    + "{'do':'stamp','unit':'stamps','pending':'next_visit'}]}]"));
    assertThat(campaign.lifetime("r", "points"))
        .isEqualTo(
            new Lifetime(
                new Lifetime.Expires.After(6, 0, Lifetime.EndOf.MONTH),
                new Lifetime.Pending.Days(14)));
    assertThat(campaign.lifetime("r", "stamps"))
        .isEqualTo(new Lifetime(null, new Lifetime.Pending.NextVisit()));
    assertThat(campaign.lifetime("gone", "points")).isEqualTo(Lifetime.OF_UNIT);
  }
}
