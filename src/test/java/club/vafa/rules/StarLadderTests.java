package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A ladder of stars: each tier has an earn rate with decimals and a birthday window of its own, 7
 * days for gold and 30 for reserve.
 */
class StarLadderTests {
  private static final String LADDER =
      """
      {'code':'green','when':[{'is':'not','of':{'is':'tier','any':['gold','reserve']}}],
       'then':[{'do':'earn','unit':'miles','amount':{'by':'step','each':'1','give':'1'}}]},
      {'code':'gold','when':[{'is':'tier','any':['gold']}],
       'then':[{'do':'earn','unit':'miles','amount':{'by':'step','each':'1','give':'1.2'}}]},
      {'code':'reserve','when':[{'is':'tier','any':['reserve']}],
       'then':[{'do':'earn','unit':'miles','amount':{'by':'step','each':'1','give':'1.7'}}]},
      {'code':'gold-birthday','when':[{'is':'tier','any':['gold']},
        {'is':'birthday','before':3,'after':3}],
       'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'25'}}]},
      {'code':'reserve-birthday','when':[{'is':'tier','any':['reserve']},
        {'is':'birthday','before':15,'after':14}],
       'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'50'}}]}
      """;

  private static String sells(String tier, String day) {
    return Shop.text(
        new Shop()
            .runs("ladder", LADDER)
            .tier(tier)
            .born("1990-06-15")
            .at(day + "T12:00")
            .decide("LAT coffee 1 7.50"));
  }

  /** Full euro count; a twentieth of a star is never given. */
  @ParameterizedTest
  @CsvSource({"'', green +7 miles", "gold, gold +8.4 miles", "reserve, reserve +11.9 miles"})
  void eachTierHasARateWithDecimals(String tier, String earned) {
    assertThat(sells(tier, "2026-01-10")).isEqualTo(earned);
  }

  @ParameterizedTest
  @CsvSource({
    "gold,    2026-06-11, false",
    "gold,    2026-06-12, true",
    "gold,    2026-06-18, true",
    "gold,    2026-06-19, false",
    "reserve, 2026-05-30, false",
    "reserve, 2026-05-31, true",
    "reserve, 2026-06-29, true",
    "reserve, 2026-06-30, false"
  })
  void theBirthdayWindowIsAsLongAsTheTierHasIt(String tier, String day, boolean held) {
    assertThat(sells(tier, day).contains(tier + "-birthday")).isEqualTo(held);
  }

  @Test
  void belowGoldABirthdayBringsNothing() {
    assertThat(sells("", "2026-06-15")).isEqualTo("green +7 miles");
  }
}
