package club.vafa.members;

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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Points are worth what the loyalty table says, are turned into credit, and credit is given. */
@StoryTest
@Import(TestClub.class)
class CreditStoryTests {
  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  private final Clock clock;
  private final ConversionSchedule schedule;
  @LocalServerPort private int port;
  private Club club;
  private Web till;
  private String sara;
  private int sales;

  CreditStoryTests(
      TestClub founding, Clubs clubs, Ledger ledger, Clock clock, ConversionSchedule schedule) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
    this.clock = clock;
    this.schedule = schedule;
  }

  @BeforeEach
  void foundClub() {
    club = founding.cafe();
    till = new Web(port, founding.key(club));
    sara = founding.member(club, "+4915111111111").toString();
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }

  private void has(String unit, String amount) {
    till.post(
            "/v1/members/" + sara + "/adjustments",
            "{'unit':'%s','amount':'%s','reason':'start'}".formatted(unit, amount))
        .expect(201);
  }

  private String active(String unit) {
    for (var wallet : till.get("/v1/members/" + sara + "/wallets").body().at("/data")) {
      if (wallet.at("/unit").asString().equals(unit)) {
        return wallet.at("/active").asString();
      }
    }
    return "0";
  }

  private Answer pay(String points, String at) {
    String when = at.isEmpty() ? "" : "'occurredAt':'" + at + "',";
    return till.post(
        "/v1/purchases",
        """
        {'source':'t','externalId':'%d','member':{'id':'%s'},'currency':'EUR',%s
         'lines':[{'sku':'A','amount':'20'}],
         'payments':[{'kind':'wallet','unit':'points','amount':'%s'}]}
        """
            .formatted(++sales, sara, when, points));
  }

  private static String told(Answer answer) {
    return (answer.status() + " " + answer.at("/code") + " " + answer.at("/errors/0/pointer"))
        .strip();
  }

  @Test
  void aLateSaleIsPaidAtTheWorthOfItsDay() {
    has("points", "2000");
    Instant before = clock.instant();
    clock.moveTo(before.plusSeconds(3600));
    till.send("PUT", "/v1/units/points/worth", "{'base':'0.02','rows':[]}").expect(200);

    assertThat(pay("100", "").expect(201).at("/payments/0/worth")).isEqualTo("0.02");
    Answer late = pay("100", before.plusSeconds(60).toString()).expect(201);

    assertThat(late.at("/payments/0/worth")).isEqualTo("0.01");
    assertThat(late.at("/paidByWallets/amount")).isEqualTo("1");
    till.post("/v1/purchases/" + late.at("/id") + "/returns", "{'externalId':'r','all':true}")
        .expect(201);
    assertThat(active("points")).isEqualTo("1900");
    assertThat(till.get("/v1/units/points/worth").body().at("/data")).hasSize(2);
  }

  @Test
  void theFirstRowThatFitsHoldsAndPaymentsKeepTheirBounds() {
    has("points", "5000");
    clock.moveTo(Instant.parse("2030-01-10T10:00:00Z"));
    has("points", "5000");
    till.send(
            "PUT",
            "/v1/units/points/worth",
            """
            {'base':'0.01','rows':[
               {'tier':'gold','worth':'0.05'},
               {'seasonFrom':'12-20','seasonTo':'01-15','worth':'0.02'}],
             'minimum':'100','step':'50','maximum':'900','maxPercent':50}
            """)
        .expect(200);

    assertThat(told(pay("50", ""))).isEqualTo("422 unit_below_minimum /payments/0/amount");
    assertThat(told(pay("120", ""))).isEqualTo("422 unit_not_in_steps /payments/0/amount");
    assertThat(told(pay("950", ""))).isEqualTo("422 unit_above_maximum /payments/0/amount");
    assertThat(told(pay("550", ""))).isEqualTo("422 unit_above_share /payments/0/amount");
    assertThat(pay("500", "").expect(201).at("/payments/0/amount/amount")).isEqualTo("10");
    clock.moveTo(Instant.parse("2030-01-20T10:00:00Z"));
    assertThat(pay("500", "").expect(201).at("/payments/0/amount/amount")).isEqualTo("5");
    assertThat(
            told(
                till.send(
                    "PUT", "/v1/units/points/worth", "{'from':'2030-01-01T00:00:00Z','base':'1'}")))
        .isEqualTo("422 worth_in_the_past /from");
    assertThat(
            told(
                till.send(
                    "PUT",
                    "/v1/units/points/worth",
                    "{'rows':[{'seasonFrom':'13-01','seasonTo':'01-01','worth':'1'}]}")))
        .isEqualTo("422 worth_row /rows/0");
  }

  @Test
  void pointsAreTurnedIntoCreditAndBackAgain() {
    has("points", "260");
    String path = "/v1/members/" + sara + "/conversions";
    assertThat(told(till.post(path, "{'from':'points','to':'credit','amount':'100'}")))
        .isEqualTo("404 conversion_unknown");
    till.send(
            "PUT",
            "/v1/units/points/conversions/credit",
            "{'give':'100','get':'1','step':'50','minimum':'200'}")
        .expect(200);
    assertThat(told(till.post(path, "{'from':'points','to':'credit','amount':'100'}")))
        .isEqualTo("422 conversion_below_minimum /amount");
    assertThat(told(till.post(path, "{'from':'points','to':'credit','amount':'240'}")))
        .isEqualTo("422 conversion_not_in_steps /amount");
    assertThat(told(till.post(path, "{'from':'points','to':'credit','amount':'300'}")))
        .isEqualTo("422 insufficient_balance");

    Answer made = till.post(path, "{'from':'points','to':'credit','amount':'250'}").expect(201);

    assertThat(made.at("/got")).isEqualTo("2.5");
    assertThat(active("points") + " " + active("credit")).isEqualTo("10 2.5");
    Answer told = till.get("/v1/members/" + sara + "/statement").expect(200);
    assertThat(told.at("/data/0/cause/id")).isEqualTo(made.at("/id"));
    assertThat(told.at("/data/1/cause/id")).isEqualTo(made.at("/id"));
    String undo = path + "/" + made.at("/id") + "/undo";
    till.post(undo, "{}").expect(200);
    assertThat(active("points") + " " + active("credit")).isEqualTo("260 0");
    assertThat(told(till.post(undo, "{}"))).isEqualTo("409 conversion_spent");
  }

  private void converts(String rest) {
    till.send("PUT", "/v1/units/points/conversions/credit", "{'give':'100','get':'1'," + rest + "}")
        .expect(200);
  }

  private void schedule(String at) {
    clock.moveTo(Instant.parse(at));
    clubs.conversions(club.id()).forEach(one -> schedule.turn(clubs.get(club.id()), one));
  }

  @Test
  void eachFullThousandPointsBecomesCreditByItself() {
    clock.moveTo(Instant.parse("2030-03-05T10:00:00Z"));
    has("points", "999");
    converts("'automatic':{'each':'1000'}");
    schedule("2030-03-06T10:00:00Z");
    assertThat(active("points") + " " + active("credit")).isEqualTo("999 0");

    has("points", "1401");
    schedule("2030-03-07T10:00:00Z");
    schedule("2030-03-08T10:00:00Z");

    assertThat(active("points") + " " + active("credit")).isEqualTo("400 20");
    Answer told = till.get("/v1/members/" + sara + "/statement").expect(200);
    assertThat(told.at("/data/0/cause/type")).isEqualTo("conversion");
    assertThat(told.at("/data/0/cause/actor")).isEqualTo("schedule");
    assertThat(told.at("/data/0/cause/id")).isEqualTo(told.at("/data/1/cause/id"));
  }

  @Test
  void onTheLastDayOfTheMonthAllFullStepsAreTurnedOnce() {
    clock.moveTo(Instant.parse("2030-03-05T10:00:00Z"));
    has("points", "260");
    converts("'step':'50','automatic':{'onLastDayOf':'month'}");
    schedule("2030-03-30T12:00:00Z");
    assertThat(active("points") + " " + active("credit")).isEqualTo("260 0");

    // Midnight in Berlin; what is earned later that day waits for the next month.
    schedule("2030-03-30T23:00:00Z");
    has("points", "100");
    schedule("2030-03-31T12:00:00Z");
    assertThat(active("points") + " " + active("credit")).isEqualTo("110 2.5");

    // Vafa was off from 29 April to 20 May.
    schedule("2030-05-20T12:00:00Z");
    assertThat(active("points") + " " + active("credit")).isEqualTo("10 3.5");
    schedule("2030-05-21T12:00:00Z");
    assertThat(active("points") + " " + active("credit")).isEqualTo("10 3.5");
  }

  @Test
  void turningByItselfIsReadStrictly() {
    String put = "/v1/units/points/conversions/credit";
    for (String wrong :
        List.of(
            "'automatic':{}",
            "'automatic':{'onLastDayOf':'week'}",
            "'step':'50','automatic':{'each':'120'}",
            "'minimum':'500','automatic':{'each':'100'}")) {
      assertThat(told(till.send("PUT", put, "{'give':'100','get':'1'," + wrong + "}")))
          .as(wrong)
          .isEqualTo("422 conversion_automatic /automatic");
    }
    converts("'automatic':{'each':'1000','onLastDayOf':'year'}");
    assertThat(till.get("/v1/conversions").at("/data/0/automatic/each")).isEqualTo("1000");
    assertThat(till.get("/v1/conversions").at("/data/0/automatic/onLastDayOf")).isEqualTo("year");
    assertThat(
            told(
                till.send(
                    "PUT",
                    "/v1/units/credit/conversions/points",
                    "{'give':'1','get':'100','automatic':{'each':'1'}}")))
        .isEqualTo("422 conversion_round /automatic");
  }

  @Test
  void storeCreditIsAnAwardWithAnEndOfItsOwn() {
    String path = "/v1/members/" + sara + "/store-credit";
    assertThat(told(till.post(path, "{'amount':'5'}"))).isEqualTo("422 required /reason");
    assertThat(told(till.post(path, "{'amount':'5','reason':'x','expiresOn':'2020-01-01'}")))
        .isEqualTo("422 store_credit_ended /expiresOn");
    assertThat(told(till.post(path, "{'unit':'points','amount':'5','reason':'x'}")))
        .isEqualTo("422 store_credit_unit /unit");
    assertThat(told(till.post(path, "{'amount':'10000000000001','reason':'x'}")))
        .isEqualTo("422 amount_too_large /amount");

    till.post(path, "{'amount':'5','reason':'A refund','expiresOn':'2098-12-31'}").expect(201);

    assertThat(active("credit")).isEqualTo("5");
    Answer wallets = till.get("/v1/members/" + sara + "/wallets").expect(200);
    assertThat(wallets.text()).contains("2098-12-31T23:00:00Z");
  }

  @Test
  void theWorkedExampleOfCashback() {
    founding.live(
        club,
        """
        {'code':'back','name':{'en':'Cashback'},'trigger':{'on':'purchase'},
         'rules':[
           {'code':'ladder','when':[],'then':[{'do':'earn','unit':'credit',
             'amount':{'by':'ladder','of':'quantity','mode':'whole',
               'steps':[{'from':'1','percent':'10'},{'from':'2','percent':'17'}]}}]}]}
        """);
    String sale =
        """
        {'source':'w','externalId':'%s','member':{'id':'%s'},'currency':'EUR',
         'lines':[{'sku':'A','quantity':'%s','amount':'%s','cost':'%s'}]}
        """;
    Answer one = till.post("/v1/purchases", sale.formatted("1", sara, "1", "300000", "200000"));
    assertThat(one.expect(201).at("/effects/0/granted")).isEqualTo("30000");
    Answer two = till.post("/v1/purchases", sale.formatted("2", sara, "2", "600000", "400000"));
    assertThat(two.expect(201).at("/effects/0/granted")).isEqualTo("102000");
  }
}
