package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.CalendarKind;
import club.vafa.rules.Facts.TriggerKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each condition: held, failed, and the edge between. */
class ConditionsTests {
  private static final String BASKET = "LATTE coffee 2 9.00; CAKE cake 1 4.50; MUG goods 1 12.00";

  private static boolean holds(Shop shop) {
    return holds(shop, BASKET);
  }

  private static boolean holds(Shop shop, String lines) {
    return !shop.decide(lines).effects().isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'item','any':['CAKE']}                             | true",
        "{'is':'item','any':['cake']}                             | false",
        "{'is':'item','any':['TEA','MUG']}                        | true",
        "{'is':'category','any':['coffee']}                       | true",
        "{'is':'category','any':['tea']}                          | false",
        "{'is':'contains','items':['LATTE'],'quantity':'2'}       | true",
        "{'is':'contains','items':['LATTE'],'quantity':'2.001'}   | false",
        "{'is':'contains','categories':['coffee','cake'],'quantity':3} | true",
        "{'is':'contains','categories':['tea']}                   | false",
        "{'is':'minimum','amount':'25.50'}                        | true",
        "{'is':'minimum','amount':'25.51'}                        | false",
        "{'is':'pieces','atLeast':'4'}                            | true",
        "{'is':'pieces','atLeast':'4.5'}                          | false",
        "{'is':'branch','any':['tehran-1']}                       | true",
        "{'is':'branch','any':['tehran-2']}                       | false",
        "{'is':'terminal','any':['t1']}                           | true",
        "{'is':'terminal','any':['t2']}                           | false",
        "{'is':'card','any':['standard','vip']}                   | true",
        "{'is':'card','any':['vip']}                              | false",
        "{'is':'not','of':{'is':'branch','any':['tehran-2']}}     | true",
        "{'is':'not','of':{'is':'branch','any':['tehran-1']}}     | false",
        "{'is':'any','of':[{'is':'branch','any':['x']},{'is':'card','any':['standard']}]} | true",
        "{'is':'any','of':[{'is':'branch','any':['x']},{'is':'card','any':['vip']}]}      | false",
        "{'is':'all','of':[{'is':'item','any':['MUG']},{'is':'card','any':['standard']}]} | true",
        "{'is':'all','of':[{'is':'item','any':['MUG']},{'is':'category','any':['cake']}]} | false"
      })
  void askForTheGoodsAndThePlace(String condition, boolean held) {
    assertThat(holds(new Shop().when(condition))).isEqualTo(held);
  }

  @Test
  void theAmountsApplyToTheGoodsThatAreLeft() {
    String earn = "'then':[{'do':'earn','unit':'credit','amount':{'by':'percent','percent':'10'}}]";
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'coffee','when':[{'is':'category','any':['coffee']}],"
                    + earn
                    + "},"
                    + "{'code':'others','when':[{'is':'not','of':"
                    + "{'is':'category','any':['coffee','goods']}}],"
                    + earn
                    + "},"
                    + "{'code':'either','when':[{'is':'any','of':[{'is':'item','any':['MUG']},"
                    + "{'is':'category','any':['cake']}]}],"
                    + earn
                    + "}");
    assertThat(Shop.text(shop.decide(BASKET)))
        .isEqualTo("coffee +0.9 credit, others +0.45 credit, either +1.65 credit");
  }

  @Test
  void aMinimumOfMatchedGoodsCountsThemAlone() {
    String coffee = "{'is':'category','any':['coffee']},";
    assertThat(holds(new Shop().when(coffee + "{'is':'minimum','amount':'9','of':'matched'}")))
        .isTrue();
    assertThat(holds(new Shop().when(coffee + "{'is':'minimum','amount':'9.01','of':'matched'}")))
        .isFalse();
    assertThat(
            holds(
                new Shop()
                    .when(
                        "{'is':'pieces','atLeast':'2','of':'matched'},"
                            + coffee.replace("},", "}"))))
        .isTrue();
    assertThat(
            holds(
                new Shop()
                    .when(
                        "{'is':'pieces','atLeast':'3','of':'matched'},"
                            + coffee.replace("},", "}"))))
        .isFalse();
  }

  @Test
  void goodsThatAreFreeOrNegativeMeetNoCondition() {
    Shop shop = new Shop().when("{'is':'item','any':['GIFT','BACK']}");
    assertThat(holds(shop, "GIFT goods 1 0.00; BACK goods 1 -5.00; TEA tea 1 3.00")).isFalse();
    assertThat(holds(new Shop().when("{'is':'minimum','amount':'1'}"), "BACK goods 1 -5.00"))
        .isFalse();
    assertThat(holds(new Shop().when("{'is':'minimum','amount':'3'}"), "TEA tea 1 3; X x 1 -1"))
        .isFalse();
  }

  /** 28 March 2026 is a Saturday, 8 Farvardin 1405. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'weekday','any':['sat']}                     | 2026-03-28T00:00 | true",
        "{'is':'weekday','any':['sat']}                     | 2026-03-28T23:59 | true",
        "{'is':'weekday','any':['sat','mon']}               | 2026-03-29T00:00 | false",
        "{'is':'hours','from':'08:00','to':'10:15'}         | 2026-03-28T08:00 | true",
        "{'is':'hours','from':'08:00','to':'10:15'}         | 2026-03-28T10:14 | true",
        "{'is':'hours','from':'08:00','to':'10:15'}         | 2026-03-28T10:15 | false",
        "{'is':'hours','from':'22:00','to':'02:00'}         | 2026-03-28T23:30 | true",
        "{'is':'hours','from':'22:00','to':'02:00'}         | 2026-03-28T01:59 | true",
        "{'is':'hours','from':'22:00','to':'02:00'}         | 2026-03-28T02:00 | false",
        "{'is':'hours','from':'22:00','to':'02:00'}         | 2026-03-28T21:59 | false",
        "{'is':'hours','from':'18:00','to':'24:00'}         | 2026-03-28T23:59 | true",
        "{'is':'dates','from':'2026-03-28','to':'2026-03-28'} | 2026-03-28T00:00 | true",
        "{'is':'dates','from':'2026-03-28','to':'2026-03-28'} | 2026-03-28T23:59 | true",
        "{'is':'dates','from':'2026-03-28','to':'2026-03-28'} | 2026-03-29T00:00 | false",
        "{'is':'dates','from':'2026-03-28'}                 | 2026-03-27T23:59 | false",
        "{'is':'dates','to':'2026-03-28'}                   | 2020-01-01T00:00 | true",
        "{'is':'season','from':'01-01','to':'01-08'}        | 2026-03-28T12:00 | true",
        "{'is':'season','from':'01-01','to':'01-07'}        | 2026-03-28T12:00 | false",
        "{'is':'season','from':'12-25','to':'01-13'}        | 2026-03-28T12:00 | true",
        "{'is':'season','from':'12-25','to':'01-13'}        | 2026-03-16T12:00 | true",
        "{'is':'season','from':'12-25','to':'01-13'}        | 2026-03-15T12:00 | false",
        "{'is':'dayOfMonth','any':[1,8]}                    | 2026-03-28T12:00 | true",
        "{'is':'dayOfMonth','any':[28]}                     | 2026-03-28T12:00 | false"
      })
  void askForTheTimeInTheClubsZoneAndCalendar(String condition, String at, boolean held) {
    assertThat(holds(new Shop().when(condition).at(at))).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Born 29 February: on 28 February of a common year, on the day itself in a leap year.
        "GREGORIAN | 2000-02-29 | 0 | 0 | 2026-02-28 | true",
        "GREGORIAN | 2000-02-29 | 0 | 0 | 2026-03-01 | false",
        "GREGORIAN | 2000-02-29 | 0 | 0 | 2028-02-28 | false",
        "GREGORIAN | 2000-02-29 | 0 | 0 | 2028-02-29 | true",
        // Around the end of the year.
        "GREGORIAN | 1990-01-02 | 3 | 0 | 2025-12-30 | true",
        "GREGORIAN | 1990-01-02 | 3 | 0 | 2025-12-29 | false",
        "GREGORIAN | 1990-12-30 | 0 | 5 | 2026-01-04 | true",
        "GREGORIAN | 1990-12-30 | 0 | 5 | 2026-01-05 | false",
        // 30 Esfand 1403 is 20 March 2025; 1405 has no 30 Esfand, its 29th is 20 March 2027.
        "JALALI    | 2025-03-20 | 0 | 0 | 2027-03-20 | true",
        "JALALI    | 2025-03-20 | 0 | 0 | 2027-03-21 | false",
        // 1 Farvardin 1370 is 21 March 1991; 1 Farvardin 1405 is 21 March 2026.
        "JALALI    | 1991-03-21 | 2 | 2 | 2026-03-19 | true",
        "JALALI    | 1991-03-21 | 2 | 2 | 2026-03-23 | true",
        "JALALI    | 1991-03-21 | 2 | 2 | 2026-03-24 | false",
        // 1 Ramadan 1410 was 28 March 1990 (Umm al-Qura); 1 Ramadan 1447 is 18 February 2026.
        "HIJRI     | 1990-03-28 | 0 | 0 | 2026-02-18 | true",
        "HIJRI     | 1990-03-28 | 0 | 0 | 2026-03-28 | false",
        "HIJRI     | 1990-03-28 | 1 | 0 | 2026-02-17 | true",
        // The day of birth is no birthday, and nobody's birthday is before it.
        "GREGORIAN | 2026-03-01 | 5 | 5 | 2026-03-01 | false",
        "GREGORIAN | 2026-03-01 | 5 | 5 | 2027-03-01 | true"
      })
  void birthdaysComeInEveryCalendarAndLeapDaysMoveToTheEndOfTheMonth(
      String calendar, String born, int before, int after, String today, boolean held) {
    String kind = calendar.toLowerCase(java.util.Locale.ROOT);
    String window = "{'is':'birthday','before':" + before + ",'after':" + after;
    assertThat(
            holds(
                new Shop()
                    .when(window + ",'calendar':'" + kind + "'}")
                    .born(born)
                    .at(today + "T12:00")))
        .isEqualTo(held);
    assertThat(
            holds(
                new Shop()
                    .when(window + "}")
                    .calendar(CalendarKind.valueOf(calendar))
                    .born(born)
                    .at(today + "T12:00")))
        .isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'firstVisit'}         | 0  | true",
        "{'is':'firstVisit'}         | 1  | false",
        "{'is':'visit','number':5}   | 3  | false",
        "{'is':'visit','number':5}   | 4  | true",
        "{'is':'visit','number':5}   | 9  | false",
        "{'is':'visit','every':5}    | 4  | true",
        "{'is':'visit','every':5}    | 9  | true",
        "{'is':'visit','every':5}    | 10 | false"
      })
  void countTheMembersVisits(String condition, long before, boolean held) {
    assertThat(holds(new Shop().when(condition).visits(before))).isEqualTo(held);
  }

  @Test
  void knowTheMember() {
    assertThat(holds(new Shop().when("{'is':'spent','atLeast':'100'}").spent(10_000))).isTrue();
    assertThat(holds(new Shop().when("{'is':'spent','atLeast':'100'}").spent(9_999))).isFalse();
    assertThat(holds(new Shop().when("{'is':'tier','any':['gold']}").tier("gold"))).isTrue();
    assertThat(holds(new Shop().when("{'is':'tier','any':['gold']}").tier(""))).isFalse();
    Shop segment = new Shop().when("{'is':'segment','any':['vip','new']}");
    assertThat(holds(segment.segments("old", "new"))).isTrue();
    assertThat(holds(segment.segments("old"))).isFalse();
    assertThat(holds(segment.segments())).isFalse();
  }

  @Test
  void knowThePlansTheMemberIsOn() {
    Shop plan = new Shop().when("{'is':'plan','any':['plus','family']}");
    assertThat(holds(plan.plans("basic", "family"))).isTrue();
    assertThat(holds(plan.plans("basic"))).isFalse();
    assertThat(holds(plan.plans())).isFalse();
    assertThat(holds(plan.plans("plus").anonymous())).isFalse();
  }

  /** What is used up is not among the entitlements any more: the facts say only what is left. */
  @Test
  void knowWhatThePlansEntitleTo() {
    Shop entitled = new Shop().when("{'is':'entitled','any':['delivery','early']}");
    assertThat(holds(entitled.entitled("member_price", "delivery"))).isTrue();
    assertThat(holds(entitled.entitled("member_price"))).isFalse();
    assertThat(holds(entitled.entitled().plans("plus"))).isFalse();
    assertThat(holds(new Shop().when("{'is':'not','of':{'is':'entitled','any':['x']}}"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'joined','within':0}                  | 2026-03-28 | true",
        "{'is':'joined','within':0}                  | 2026-03-27 | false",
        "{'is':'joined','within':30}                 | 2026-02-26 | true",
        "{'is':'joined','within':30}                 | 2026-02-25 | false",
        "{'is':'joined','within':30}                 | 2026-03-29 | false"
      })
  void knowWhenTheMemberJoined(String condition, String joined, boolean held) {
    assertThat(holds(new Shop().when(condition).joined(joined))).isEqualTo(held);
  }

  /** The last visit was on 20 March, eight days ago. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'lastVisit','atLeast':8}              | true",
        "{'is':'lastVisit','atLeast':9}              | false",
        "{'is':'lastVisit','atMost':8}               | true",
        "{'is':'lastVisit','atMost':7}               | false",
        "{'is':'lastVisit','atLeast':1,'atMost':30}  | true"
      })
  void knowWhenTheMemberWasLastHere(String condition, boolean held) {
    assertThat(holds(new Shop().when(condition))).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'attribute','name':'kind','any':['dental','eye']} | true",
        "{'is':'attribute','name':'kind','any':['eye']}          | false",
        "{'is':'attribute','name':'km','atLeast':'12.5'}         | true",
        "{'is':'attribute','name':'km','atLeast':'12.51'}        | false",
        "{'is':'attribute','name':'km','any':['12.50']}          | true",
        "{'is':'attribute','name':'km','atMost':12.5}            | true",
        "{'is':'attribute','name':'km','atMost':'12.4'}          | false",
        "{'is':'attribute','name':'first','any':[true]}          | true",
        "{'is':'attribute','name':'first','any':[false]}         | false",
        "{'is':'attribute','name':'due','atLeast':'2026-04-01'}  | true",
        "{'is':'attribute','name':'due','atLeast':'2026-04-02'}  | false"
      })
  void compareAttributesOfAnEvent(String condition, boolean held) {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'event','type':'checkup'},'rules':[{'code':'r','when':["
                    + condition
                    + "],'then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'attribute','name':'km','each':'2.5','give':'3'}}]}]")
            .on(TriggerKind.EVENT, "checkup")
            .attribute("kind", "dental")
            .attribute("km", new BigDecimal("12.50"))
            .attribute("first", true)
            .attribute("due", LocalDate.of(2026, 4, 1));
    assertThat(Shop.text(shop.decide(""))).isEqualTo(held ? "r +15 points" : "");
  }

  @Test
  void anAttributeThatIsMissingMeetsNothing() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'event','type':'checkup'},'rules':[{'code':'r','when':["
                    + "{'is':'attribute','name':'kind','any':['dental']}],"
                    + "'then':[{'do':'stamp','unit':'stamps'}]}]")
            .on(TriggerKind.EVENT, "checkup");
    assertThat(Shop.text(shop.decide(""))).isEmpty();
  }

  @Test
  void aCampaignListensToItsOwnTriggerAlone() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'enrolment'},'rules':[{'code':'r',"
                    + "'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':5}}]}]");
    assertThat(Shop.text(shop.decide(BASKET))).isEmpty();
    assertThat(Shop.text(shop.on(TriggerKind.ENROLMENT, "").decide(""))).isEqualTo("r +5 points");
    assertThat(Shop.text(shop.on(TriggerKind.BIRTHDAY, "").decide(""))).isEmpty();
    assertThat(Shop.text(shop.on(TriggerKind.EVENT, "unheard-of").decide(""))).isEmpty();
  }
}
