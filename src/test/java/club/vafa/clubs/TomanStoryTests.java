package club.vafa.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A club that reckons in rial and speaks in toman. */
@StoryTest
class TomanStoryTests {
  private static final String NBSP = "\u00A0";

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  TomanStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  private Web api(Club club) {
    return new Web(port, clubs.key(club, "web"));
  }

  @Test
  void onlyAClubInRialCanShowToman() {
    api(clubs.cafe()).send("PATCH", "/v1/club", "{'toman':true}").expect(422);
    Club club = clubs.teahouse();
    assertThat(api(club).send("PATCH", "/v1/club", "{'toman':true}").expect(200).at("/toman"))
        .isEqualTo("true");
    assertThat(api(club).send("PATCH", "/v1/club", "{'name':'Tea'}").expect(200).at("/toman"))
        .as("what is not named stays")
        .isEqualTo("true");
    assertThat(visitors.owner(clubs.cafe()).page("/console/settings")).doesNotContain("toman");
  }

  @Test
  void whatIsTypedInTomanIsKeptAsRialAndShownInToman() {
    Club club = clubs.teahouse();
    Web api = api(club);
    Visitor owner = visitors.owner(club);
    owner.done("/console/settings", "text/name", "Tea", "yes/toman", "true");
    owner.post(
        "/console/gift-cards/new",
        "count/count",
        "1",
        "money/amount",
        "۱۲٬۳۴۵٫۷",
        "yes/active",
        "true");
    assertThat(api.get("/v1/gift-cards").expect(200).at("/data/0/balance")).contains("123457");
    assertThat(owner.page("/console/gift-cards")).contains("12,345.7" + NBSP + "toman");
    assertThat(owner.refused("/console/gift-cards/new", "count/count", "1", "money/amount", "x1"))
        .contains("value=\"x1\"");
    assertThat(owner.data("/till/data/desk")).contains("\"toman\":true");
  }

  @Test
  void sentencesAndTheGuideSpeakToman() {
    Club club = clubs.teahouse();
    Web api = api(club);
    api.send("PATCH", "/v1/club", "{'toman':true}").expect(200);
    clubs.live(
        club,
        """
        {'code':'tea','name':{'en':'Tea time','fa':'وقت چای'},'trigger':{'on':'purchase'},'rules':[{'code':'r',
        'when':[{'is':'minimum','amount':'500000'}],
        'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'100000','give':'1'}}]}]}
        """);
    Visitor owner = visitors.owner(club);
    String page = owner.page("/console/campaigns");
    assertThat(Visit.read(page)).contains("50,000" + NBSP + "toman", "10,000" + NBSP + "toman");
    owner.post("/preferences", "language", "fa", "back", "/console");
    assertThat(Visit.read(owner.page("/club/" + club.code())))
        .contains("۱۰٬۰۰۰" + NBSP + "تومان")
        .doesNotContain("ریال");
  }

  @Test
  void everyFieldOfMoneyIsTypedInToman() {
    Club club = clubs.teahouse();
    Web api = api(club);
    api.send("PATCH", "/v1/club", "{'toman':true}").expect(200);
    api.send("PUT", "/v1/branches/baker", "{'name':'Baker'}").expect(200);
    Visitor owner = visitors.owner(club);
    owner.done(
        "/console/goods/new",
        "text/names/en",
        "Tea",
        "text/code",
        "tea",
        "money/price",
        "۹۰۰۰۰",
        "money/cost",
        "80,000",
        "yes/active",
        "true");
    Web.Answer item = api.get("/v1/items?code=tea").expect(200);
    assertThat(item.at("/data/0/price")).isEqualTo("900000");
    assertThat(item.at("/data/0/cost")).isEqualTo("800000");
    assertThat(owner.page("/console/goods/" + item.at("/data/0/id")))
        .contains("name=\"money/price\" value=\"90000\"", "name=\"money/cost\" value=\"80000\"");
    owner.done("/console/spending", "text/confirm", "above", "money/above", "90000");
    assertThat(api.get("/v1/spending").expect(200).at("/above")).isEqualTo("900000");
    assertThat(owner.page("/console/spending")).contains("name=\"money/above\" value=\"90000\"");
    owner.done(
        "/console/units/points/worth",
        "money/rows/0/worth",
        "90000",
        "text/rows/0/tier",
        "gold",
        "money/base",
        "0.0000001");
    Web.Answer worth = api.get("/v1/units/points/worth").expect(200);
    assertThat(worth.text()).contains("\"900000\"").contains("\"0.000001\"");
    assertThat(owner.page("/console/units/points/worth"))
        .contains("value=\"90000\"", "value=\"0.0000001\"");
  }

  @Test
  void partnersAndTheirPricesAreTypedInToman() {
    Club club = clubs.teahouse();
    Web api = api(club);
    api.send("PATCH", "/v1/club", "{'toman':true}").expect(200);
    api.send("PUT", "/v1/branches/baker", "{'name':'Baker'}").expect(200);
    Visitor owner = visitors.owner(club);
    String settlement = "/console/settlement";
    String[] prices = {
      "text/prices/0/unit",
      "points",
      "money/prices/0/issue",
      "90000",
      "money/prices/0/spend",
      "۰٫۰۱"
    };
    owner.done(settlement + "/prices/edit", prices);
    Web.Answer kept = api.get("/v1/settlement/prices").expect(200);
    assertThat(kept.text()).contains("\"900000\"", "\"0.1\"");
    assertThat(owner.page(settlement + "/prices"))
        .contains("90,000" + NBSP + "toman to give", "0.01" + NBSP + "toman when spent")
        .doesNotContain("IRR");
    assertThat(owner.page(settlement + "/prices/edit"))
        .contains("value=\"90000\"", "value=\"0.01\"");
    String partner =
        owner.done(
            settlement + "/partners/new",
            "text/name",
            "Baker",
            "list/branches",
            "baker",
            "text/billing",
            "postpaid",
            "money/alertBelow",
            "90000");
    assertThat(api.get("/v1/settlement/partners/baker").expect(200).at("/terms/alertBelow"))
        .isEqualTo("900000.00");
    owner.done(partner + "/pay", "to", "pay", "money/amount", "90000");
    assertThat(api.get("/v1/settlement/payments").expect(200).text()).contains("\"900000\"");
    assertThat(owner.page(partner)).contains("90,000" + NBSP + "toman", "name=\"money/amount\"");
  }

  @Test
  void aPastedTableOfGoodsSpeaksTomanAndTheApiRial() {
    Club club = clubs.teahouse();
    Web api = api(club);
    api.send("PATCH", "/v1/club", "{'toman':true}").expect(200);
    Visitor owner = visitors.owner(club);
    assertThat(owner.page("/console/goods/import")).contains("are in toman");
    String table = "code,name,price,cost\ntea,Tea,۹۰۰۰۰,\"80,000.5\"\n";
    assertThat(owner.post("/console/goods/import", "csv", table).statusCode()).isEqualTo(200);
    assertThat(api.get("/v1/items?code=tea").expect(200).at("/data/0/price")).isEqualTo("900000");
    assertThat(api.get("/v1/items?code=tea").expect(200).at("/data/0/cost")).isEqualTo("800005");
    owner.post("/console/goods/import", "csv", "code,name\ntea,Black tea\n");
    assertThat(api.get("/v1/items?code=tea").expect(200).at("/data/0/price"))
        .as("what no column says stays")
        .isEqualTo("900000");
    api.post("/v1/items/import", "{'csv':'code,name,price\\ncup,Cup,90000'}").expect(200);
    assertThat(api.get("/v1/items?code=cup").expect(200).at("/data/0/price")).isEqualTo("90000");
  }
}
