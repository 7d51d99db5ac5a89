package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Units pay for goods of a sale in one step, at what the goods cost in units that day. */
@StoryTest
@Import(TestClub.class)
class GoodsForUnitsStoryTests {
  private final TestClub clubs;
  private final Clubs known;
  private final Ledger ledger;
  @LocalServerPort private int port;
  private Club club;
  private Web web;
  private String sara;
  private int sales;

  GoodsForUnitsStoryTests(TestClub clubs, Clubs known, Ledger ledger) {
    this.clubs = clubs;
    this.known = known;
    this.ledger = ledger;
  }

  /** A cappuccino for 9 stamps or 500 points, any pastry for 200; a point for each euro. */
  @BeforeEach
  void aCafe() {
    club = clubs.cafe();
    web = new Web(port, clubs.key(club));
    sara = clubs.member(club, "+4915112345678").toString();
    clubs.live(
        club,
        """
        {'code':'points','name':{'en':'Points'},'trigger':{'on':'purchase'},'rules':[{'code':'all',
         'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':1}}]}]}
        """);
    web.send("PUT", "/v1/units/stamps/worth", "{'goods':[{'sku':'CAP','units':'9'}]}").expect(200);
    web.send(
            "PUT",
            "/v1/units/points/worth",
            "{'base':'0.01','goods':[{'sku':'CAP','firstDate':'2001-01-01',"
                + "'lastDate':'2001-12-31','units':'1'},{'sku':'CAP','units':'500'},"
                + "{'category':'pastry','units':'200'}]}")
        .expect(200);
    give("points", "1000");
    give("stamps", "10");
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        club.id(), () -> assertThat(ledger.verify(known.get(club.id())).text()).isEmpty());
  }

  private void give(String unit, String amount) {
    web.post(
            "/v1/members/" + sara + "/adjustments",
            "{'unit':'%s','amount':'%s','reason':'start'}".formatted(unit, amount))
        .expect(201);
  }

  private Answer buy(String path, String payments) {
    return web.post(
        path,
        """
        {'source':'till','externalId':'s-%d','member':{'id':'%s'},'currency':'EUR','lines':[
         {'sku':'CAP','category':'coffee','quantity':'2','amount':'8'},
         {'sku':'CAKE','category':'pastry','quantity':'1','amount':'5'}],'payments':[%s]}
        """
            .formatted(++sales, sara, payments));
  }

  private String wallet(String unit) {
    return web.get("/v1/members/" + sara + "/wallets")
        .text()
        .replaceAll("(?s).*\"unit\":\"" + unit + "\"[^}]*?\"active\":\"(\\d+)\".*", "$1");
  }

  @Test
  void aLineIsPaidWithUnitsAndEarnsNothing() {
    String wanted = "{'kind':'goods','unit':'points','line':1}";
    Answer quote = buy("/v1/purchases/quote", wanted).expect(200);
    assertThat(quote.at("/payments/0/units")).isEqualTo("200");
    assertThat(quote.at("/payments/0/line")).isEqualTo("1");
    assertThat(quote.at("/payments/0/amount/amount")).isEqualTo("5");
    assertThat(quote.at("/due/amount")).isEqualTo("8");
    assertThat(wallet("points")).isEqualTo("1000");
    Answer sale = buy("/v1/purchases", wanted).expect(201);
    assertThat(sale.at("/effects/0/granted")).as("for the coffee alone").isEqualTo("8");
    assertThat(wallet("points")).isEqualTo("808");
  }

  @Test
  void unitsOfTwoKindsAndMoneyPayOneSale() {
    give("stamps", "8");
    Answer sale =
        buy(
                "/v1/purchases",
                "{'kind':'goods','unit':'stamps','line':0},"
                    + "{'kind':'wallet','unit':'points','amount':'100'},{'kind':'cash','amount':'4'}")
            .expect(201);
    assertThat(sale.at("/due/amount")).isEqualTo("4");
    assertThat(wallet("stamps")).isEqualTo("0");
    assertThat(wallet("points")).isEqualTo("904");
  }

  @Test
  void unitsThatPayForGoodsNeedTheMembersWordAsMoneyDoes() {
    web.send("PUT", "/v1/spending", "{'confirm':'always'}").expect(200);
    assertThat(buy("/v1/purchases", "{'kind':'goods','unit':'points','line':0}").expect(422).text())
        .contains("spend_unconfirmed");
    assertThat(wallet("points")).isEqualTo("1000");
    web.send("PUT", "/v1/spending", "{'confirm':'never'}").expect(200);
    buy("/v1/purchases", "{'kind':'goods','unit':'points','line':0}").expect(201);
    assertThat(wallet("points")).isEqualTo("5");
  }

  @Test
  void aBarCodeReadAsAQuantityIsRefused() {
    Answer answer =
        web.post(
            "/v1/purchases",
            "{'source':'till','externalId':'wide','currency':'EUR','lines':["
                + "{'sku':'CAP','quantity':'4006381333931','amount':'8'}]}");
    assertThat(answer.expect(422).text()).contains("number_too_large", "/lines/0/quantity");
  }

  /** Of two pieces for 1000 one comes back: 500 come back to their awards, then the rest. */
  @Test
  void returnsGiveTheUnitsBack() {
    String sale =
        buy("/v1/purchases", "{'kind':'goods','unit':'points','line':0}").expect(201).at("/id");
    assertThat(wallet("points")).isEqualTo("5");
    Answer half =
        web.post(
                "/v1/purchases/" + sale + "/returns",
                "{'externalId':'r-1','lines':[{'line':0,'quantity':'1'}]}")
            .expect(201);
    assertThat(half.at("/refund/amount")).isEqualTo("0");
    assertThat(wallet("points")).isEqualTo("505");
    web.post("/v1/purchases/" + sale + "/returns", "{'externalId':'r-2','all':true}").expect(201);
    assertThat(wallet("points")).isEqualTo("1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'goods','unit':'credit','line':0} | goods_not_for_unit /payments/0/unit",
        "{'kind':'goods','unit':'stamps','line':1} | goods_not_for_unit /payments/0/unit",
        "{'kind':'goods','unit':'miles','line':0} | unit_unknown_here /payments/0/unit",
        "{'kind':'goods','unit':'points','line':2} | no_such_line /payments/0/line",
        "{'kind':'goods','unit':'points','line':-1} | no_such_line /payments/0/line",
        "{'kind':'goods','unit':'points'} | required /payments/0/line",
        "{'kind':'goods','line':0} | required /payments/0/unit",
        "{'kind':'goods','unit':'points','line':0,'amount':'5'} | goods_have_their_price"
            + " /payments/0/amount",
        "{'kind':'cash','amount':'1','line':0} | payment_kind_no_line /payments/0/line",
        "{'kind':'goods','unit':'points','line':1},{'kind':'goods','unit':'points','line':1} |"
            + " line_paid_twice /payments/1/line",
        "{'kind':'goods','unit':'points','line':0},{'kind':'goods','unit':'points','line':1} |"
            + " insufficient_balance /payments/1/unit",
        "{'kind':'goods','unit':'stamps','line':0} | insufficient_balance /payments/0/unit",
      })
  void whatCannotBePaidIsRefused(String payments, String wanted) {
    Answer answer = buy("/v1/purchases", payments).expect(422);
    assertThat(answer.at("/errors/0/code") + " " + answer.at("/errors/0/pointer"))
        .isEqualTo(wanted);
    assertThat(wallet("points")).isEqualTo("1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'units':'9'} | exactly_one /goods/0",
        "{'sku':'A','category':'b','units':'9'} | exactly_one /goods/0",
        "{'sku':'A','units':'0'} | must_be_positive /goods/0/units",
        "{'sku':'A','units':'1.5'} | too_many_decimals /goods/0/units",
        "{'sku':'A','units':'1','seasonFrom':'13-01','seasonTo':'13-02'} | worth_row /goods/0",
      })
  void aWrongPriceOfGoodsIsRefused(String goods, String wanted) {
    Answer answer =
        web.send("PUT", "/v1/units/stamps/worth", "{'goods':[" + goods + "]}").expect(422);
    assertThat(answer.at("/errors/0/code") + " " + answer.at("/errors/0/pointer"))
        .isEqualTo(wanted);
  }
}
