package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTests {
  private static final String BASKET = "LATTE coffee 2 9.00; CAKE cake 1 4.50; MUG goods 1 12.00";

  /** Lines cost 9.00, 4.50 and 12.00: together 25.50 for 4 pieces. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "points | {'by':'step','each':'10','give':'2'}                  | +4 points",
        "points | {'by':'step','each':'25.50','give':'1'}               | +1 points",
        "points | {'by':'step','each':'25.51','give':'1'}               | ''",
        "points | {'by':'percent','percent':'10'}                       | +2 points",
        "credit | {'by':'percent','percent':'10'}                       | +2.55 credit",
        "credit | {'by':'percent','percent':'0.0001'}                   | ''",
        "miles  | {'by':'percent','percent':'1'}                        | +0.3 miles",
        "points | {'by':'fixed','give':'7'}                             | +7 points",
        "miles  | {'by':'fixed','give':'7.5'}                           | +7.5 miles",
        "stamps | {'by':'piece','give':'1'}                             | +4 stamps",
        "stamps | {'by':'piece','each':'3','give':'1'}                  | +1 stamps",
        "points | {'by':'ladder','of':'quantity','steps':[{'from':'1','give':'1'},"
            + "{'from':'4','give':'9'},{'from':'5','give':'99'}]}       | +9 points",
        "points | {'by':'ladder','of':'amount','steps':[{'from':'26','give':'1'}]} | ''",
        "credit | {'by':'ladder','of':'amount','steps':[{'from':'0','percent':'1'},"
            + "{'from':'25.50','percent':'2'}]}                         | +0.51 credit",
        "credit | {'by':'ladder','of':'amount','mode':'marginal','steps':["
            + "{'from':'0','percent':'1'},{'from':'10','percent':'10'}]} | +1.65 credit",
        "points | {'by':'ladder','of':'quantity','mode':'marginal','steps':["
            + "{'from':'1','give':'1'},{'from':'3','give':'10'}]}       | +22 points"
      })
  void comeToThis(String unit, String amount, String wanted) {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'r','then':[{'do':'earn','unit':'"
                    + unit
                    + "','amount':"
                    + amount
                    + "}]}");
    String expected = wanted.isEmpty() ? "" : "r " + wanted;
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo(expected);
  }

  @Test
  void fiveKilosAndAHalfAtOnePointEachAreRoundedAsTheUnitSays() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'r','then':["
                    + "{'do':'earn','unit':'points','amount':{'by':'piece','give':'1'}},"
                    + "{'do':'earn','unit':'miles','amount':{'by':'piece','give':'1'}}]}");
    assertThat(Shop.text(shop.decide("BEANS coffee 5.55 20.00")))
        .isEqualTo("r +5 points, r +5.6 miles");
  }
}
