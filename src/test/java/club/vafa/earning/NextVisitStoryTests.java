package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Awards that can be spent from the next visit on: that sale may be paid with them already. */
@StoryTest
@Import(TestClub.class)
class NextVisitStoryTests {
  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web till;
  private String sara;
  private int sales;

  NextVisitStoryTests(TestClub founding, Clubs clubs, Ledger ledger, Clock clock) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** 10 % on one article, 17 % on two, in credit for the next visit, to be spent in 60 days. */
  @BeforeEach
  void theClubGivesCashback() {
    club = founding.cafe();
    till = new Web(port, founding.key(club));
    sara = founding.member(club, "+4915111111111").toString();
    founding.live(
        club,
        """
        {'code':'back','name':{'en':'Cashback'},'trigger':{'on':'purchase'},
         'rules':[
           {'code':'ladder','when':[{'is':'category','any':['shoes']}],
            'then':[{'do':'earn','unit':'credit',
             'amount':{'by':'ladder','of':'quantity','mode':'whole',
               'steps':[{'from':'1','percent':'10'},{'from':'2','percent':'17'}]},
             'pending':'next_visit','expires':{'days':60,'endOf':'day'}}]}]}
        """);
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }

  private String sale(String quantity, String amount, String more) {
    return """
    {'source':'t','externalId':'%d','member':{'id':'%s'},'currency':'EUR',
     'lines':[{'sku':'A','category':'shoes','quantity':'%s','amount':'%s'}]%s}
    """
        .formatted(++sales, sara, quantity, amount, more);
  }

  private Answer buy(String quantity, String amount, String more) {
    return till.post("/v1/purchases", sale(quantity, amount, more));
  }

  private static String pay(String credit) {
    return ",'payments':[{'kind':'wallet','unit':'credit','amount':'" + credit + "'}]";
  }

  /** Active and pending credit. */
  private String has() {
    for (var wallet : till.get("/v1/members/" + sara + "/wallets").body().at("/data")) {
      if (wallet.at("/unit").asString().equals("credit")) {
        return wallet.at("/active").asString() + " + " + wallet.at("/pending").asString();
      }
    }
    return "0 + 0";
  }

  private void later(int days) {
    clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
    ClubScope.run(club.id(), () -> ledger.bringUpTo(clubs.get(club.id()), clock.instant(), 1_000));
  }

  @Test
  void theNextVisitMayAlreadyBePaidWithIt() {
    Answer first = buy("1", "300", "").expect(201);
    assertThat(first.at("/effects/0/granted") + " " + first.at("/effects/0/status"))
        .isEqualTo("30 pending");
    assertThat(first.at("/effects/0/awaits")).isEqualTo("next_visit");
    assertThat(has()).isEqualTo("0 + 30");

    later(3);
    till.post("/v1/purchases/quote", sale("2", "600", pay("30"))).expect(200);
    assertThat(has()).isEqualTo("0 + 30");
    assertThat(buy("2", "600", pay("30.01")).expect(422).at("/code"))
        .isEqualTo("insufficient_balance");
    assertThat(has()).isEqualTo("0 + 30");

    // Two cost 600, of which 30 are paid with credit that does not earn: 17 % of 570.
    Answer second = buy("2", "600", pay("30")).expect(201);
    assertThat(second.at("/effects/0/granted")).isEqualTo("96.9");
    assertThat(has()).isEqualTo("0 + 96.9");
  }

  @Test
  void comingAgainWakesItWhetherOrNotItIsSpent() {
    buy("1", "100", "").expect(201);
    later(1);
    buy("1", "200", "").expect(201);
    assertThat(has()).isEqualTo("10 + 20");
    later(61);
    buy("1", "50", "").expect(201);
    assertThat(has()).as("60 days are over for both").isEqualTo("0 + 5");
  }

  @Test
  void severalSalesOfOneBatchAreVisitsOneAfterTheOther() {
    String sales = sale("1", "100", "") + "," + sale("1", "200", "") + "," + sale("1", "50", "");
    till.post("/v1/purchases:batch", "{'purchases':[" + sales + "]}").expect(200);
    assertThat(has()).isEqualTo("30 + 5");
  }

  @Test
  void goodsThatComeBackBeforeTakeItWithThem() {
    Answer first = buy("2", "600", "").expect(201);
    assertThat(has()).isEqualTo("0 + 102");
    later(1);
    till.post(
            "/v1/purchases/" + first.at("/id") + "/returns",
            "{'externalId':'r1','lines':[{'line':0,'quantity':'1'}]}")
        .expect(201);
    // One that is left earns what one earns: 10 % of 300.
    assertThat(has()).isEqualTo("0 + 30");
    till.post("/v1/purchases/" + first.at("/id") + "/returns", "{'externalId':'r2','all':true}")
        .expect(201);
    assertThat(has()).isEqualTo("0 + 0");
  }

  @Test
  void aVisitThatIsReportedLateIsNoNextOne() {
    String before = clock.instant().minusSeconds(3600).toString();
    buy("1", "100", "").expect(201);
    buy("1", "50", ",'occurredAt':'" + before + "'").expect(201);
    assertThat(has()).isEqualTo("0 + 15");
  }

  @Test
  void aUnitMayWaitForTheNextVisitByItself() {
    till.send(
            "PUT",
            "/v1/units/points",
            "{'code':'points','kind':'points','decimals':0,'worth':'0.01',"
                + "'waiting':{'kind':'next_visit'}}")
        .expect(200);
    founding.live(
        club,
        """
        {'code':'per','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'r','when':[],'then':[{'do':'earn','unit':'points',
           'amount':{'by':'fixed','give':'7'}}]}]}
        """);
    buy("1", "1", "").expect(201);
    Answer second =
        buy("1", "1", ",'payments':[{'kind':'wallet','unit':'points','amount':'7'}]").expect(201);
    assertThat(second.at("/paidByWallets/amount")).isEqualTo("0.07");
    assertThat(till.send("PUT", "/v1/event-types/next_visit", "{}").expect(422).at("/code"))
        .isEqualTo("event_type_code_form");
  }
}
