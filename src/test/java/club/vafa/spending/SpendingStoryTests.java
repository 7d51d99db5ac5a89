package club.vafa.spending;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.testing.Phones;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Spending that the member confirms, that tills allow without network, and what is not booked. */
@StoryTest
class SpendingStoryTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger NUMBER = new AtomicInteger(100);

  private final TestClub clubs;
  private final Access access;
  private final Clock clock;
  private final int port;

  SpendingStoryTests(TestClub clubs, Access access, Clock clock, @LocalServerPort int port) {
    this.clubs = clubs;
    this.access = access;
    this.clock = clock;
    this.port = port;
  }

  /** A café with somebody who has 50 points, a cent each. */
  private record Cafe(Club club, Web web, Visit till, MemberId member, String phone) {
    Answer sale(String number, String points, String more) {
      return web.post("/v1/purchases", body(number, points, more));
    }

    String body(String number, String points, String more) {
      return """
      {'source':'till','externalId':'%s','member':{'id':'%s'},'currency':'EUR',
       'lines':[{'sku':'A','amount':'10'}],
       'payments':[{'kind':'wallet','unit':'points','amount':'%s'}]%s}
      """
          .formatted(number, member, points, more);
    }

    String wallet(String part) {
      return web.get("/v1/members/" + member + "/wallets").at("/data/0/" + part);
    }
  }

  private Cafe cafe(String policy) {
    Club club = clubs.cafe();
    String phone = "+49151776655" + NUMBER.incrementAndGet() % 1000;
    MemberId member = clubs.member(club, phone);
    Web web = new Web(port, clubs.key(club));
    web.post(
            "/v1/members/" + member + "/adjustments",
            "{'unit':'points','amount':'50','reason':'to begin with'}")
        .expect(201);
    web.send("PUT", "/v1/spending", policy).expect(200);
    return new Cafe(club, web, Visit.owner(port, club, access), member, phone);
  }

  private static String allowance(Cafe cafe) {
    JsonNode told =
        JSON.readTree(
            cafe.till()
                .get("/till/data/allowance?member=" + cafe.member(), "Accept", "application/json")
                .body());
    return told.path("token").asString("");
  }

  @Test
  void aCodeOnTheirPhoneLetsThemSpendOnceAndNoMore() {
    Cafe cafe = cafe("{'confirm':'above','above':'0.20'}");
    cafe.sale("1", "20", "").expect(201);
    assertThat(cafe.sale("2", "21", "").expect(422).text()).contains("spend_unconfirmed");
    Answer asked =
        cafe.web()
            .post(
                "/v1/confirmations",
                "{'member':'" + cafe.member() + "','amount':'0.25','place':'Mitte'}")
            .expect(201);
    String path = "/v1/confirmations/" + asked.at("/id") + "/confirm";
    assertThat(asked.at("/sent")).isEqualTo("true");
    String code = Phones.code(cafe.phone());
    String proof = ",'confirmation':'" + asked.at("/id") + "'";
    assertThat(cafe.sale("3", "25", proof).text()).contains("confirmation_not_valid");
    String wrong = code.equals("000000") ? "000001" : "000000";
    assertThat(cafe.web().post(path, "{'code':'" + wrong + "'}").expect(422).text())
        .contains("confirmation_code_wrong", "4 tries");
    cafe.web().post(path, "{'code':'" + code + "'}").expect(200);
    assertThat(cafe.sale("4", "26", proof).text()).contains("spend_unconfirmed");
    cafe.sale("3", "25", proof).expect(201);
    assertThat(cafe.sale("3", "25", "").text()).as("sent again").contains("pur_");
    assertThat(cafe.sale("5", "3", proof).text()).contains("confirmation_not_valid");
    assertThat(cafe.wallet("active")).isEqualTo("5");
  }

  @Test
  void aCodeThatIsGuessedAtCountsNoMore() {
    Cafe cafe = cafe("{'confirm':'always'}");
    String question = "{'member':'" + cafe.member() + "','amount':'0.10'}";
    String id = cafe.web().post("/v1/confirmations", question).expect(201).at("/id");
    String code = Phones.code(cafe.phone());
    String wrong = code.equals("000000") ? "000001" : "000000";
    for (int attempt = 0; attempt < 5; attempt++) {
      cafe.web().post("/v1/confirmations/" + id + "/confirm", "{'code':'" + wrong + "'}");
    }
    assertThat(cafe.web().post("/v1/confirmations/" + id + "/confirm", "{'code':'" + code + "'}"))
        .extracting(Answer::status)
        .isEqualTo(422);
    for (int more = 0; more < 9; more++) {
      cafe.web().post("/v1/confirmations", question).expect(201);
    }
    cafe.web().post("/v1/confirmations", question).expect(429);
    Web other = new Web(port, clubs.key(clubs.cafe()));
    other.post("/v1/confirmations/" + id + "/confirm", "{'code':'" + code + "'}").expect(404);
    other.post("/v1/confirmations", question).expect(404);
    cafe.web().post("/v1/confirmations", "{'member':'x','amount':'0'}").expect(422);
  }

  @Test
  void withoutNetworkTheAllowanceIsTheMost() {
    Cafe cafe = cafe("{'offlineHours':24,'offlineUnits':{'points':'40'},'beyond':'owe'}");
    String token = allowance(cafe);
    String proof = ",'allowance':'" + token + "'";
    cafe.sale("1", "30", proof).expect(201);
    assertThat(cafe.sale("2", "11", proof).expect(422).text()).contains("allowance_exceeded");
    cafe.sale("3", "20", "").expect(201);
    assertThat(cafe.wallet("active")).isEqualTo("0");
    cafe.sale("4", "10", proof).expect(201);
    assertThat(cafe.wallet("owed")).as("spent elsewhere meanwhile").isEqualTo("10");
    cafe.sale("4", "10", proof);
    assertThat(cafe.wallet("owed")).as("sent again").isEqualTo("10");
    String forged = token.substring(0, 20) + "A" + token.substring(21);
    for (String bad : new String[] {forged, "x", token + "x"}) {
      assertThat(cafe.sale("5", "1", ",'allowance':'" + bad + "'").expect(422).text())
          .contains("allowance_not_valid");
    }
    Answer elsewhere = cafe.sale("6", "1", proof + ",'branch':'b1'");
    assertThat(elsewhere.expect(422).text()).contains("branch_unknown_here");
    assertThat(allowance(cafe)).as("nothing there, nothing allowed").isEmpty();
  }

  @Test
  void howeverOftenItIsAskedForItIsOneAllowanceADay() {
    Cafe cafe = cafe("{'offlineHours':24,'offlineUnits':{'points':'40'},'beyond':'owe'}");
    String made = "/till/data/allowance?branch=b&terminal=t&member=" + cafe.member();
    assertThat(cafe.till().get(made, "Accept", "application/json").body())
        .as("a till that was made up")
        .doesNotContain("token");
    String first = ",'allowance':'" + allowance(cafe) + "'";
    String second = ",'allowance':'" + allowance(cafe) + "'";
    String early = ",'occurredAt':'" + clock.instant().minus(Duration.ofMinutes(5)) + "'";
    assertThat(cafe.sale("0", "1", first + early).expect(422).text())
        .as("before it was given")
        .contains("allowance_not_valid");
    cafe.sale("1", "30", first).expect(201);
    assertThat(cafe.sale("2", "11", second).expect(422).text()).contains("allowance_exceeded");
    String third = ",'allowance':'" + allowance(cafe) + "'";
    cafe.sale("3", "4", third).expect(201);
    assertThat(cafe.sale("4", "7", third).expect(422).text()).contains("allowance_exceeded");
    cafe.sale("5", "6", second).expect(201);
    assertThat(allowance(cafe)).as("all of it is spent").isEmpty();
  }

  @Test
  void whoIsErasedIsTakenOutOfWhatIsNotBooked() {
    Cafe cafe = cafe("{}");
    String body = cafe.body("T-1", "40", "").replace('\'', '"');
    assertThat(report(cafe, "T-1", body).statusCode()).isEqualTo(200);
    String path = "/v1/members/" + cafe.member();
    assertThat(cafe.web().get(path).at("/spending/unbooked")).isEqualTo("1");
    cafe.web().send("DELETE", path, "").expect(204);
    assertThat(cafe.web().get(path).at("/spending/unbooked")).isEqualTo("0");
    assertThat(cafe.till().get("/console/unbooked").body())
        .contains("T-1", "€10")
        .doesNotContain("Sara", cafe.member().toString());
  }

  @Test
  void whatAReturnGivesBackPaysTheDebtFirst() {
    Cafe cafe = cafe("{'offlineHours':24,'offlineUnits':{'points':'50'},'beyond':'owe'}");
    String proof = ",'allowance':'" + allowance(cafe) + "'";
    cafe.sale("1", "30", "").expect(201);
    String sale = cafe.sale("2", "50", proof).expect(201).at("/id");
    assertThat(cafe.wallet("owed")).isEqualTo("30");
    cafe.web()
        .post("/v1/purchases/" + sale + "/returns", "{'externalId':'r','all':true}")
        .expect(201);
    assertThat(cafe.wallet("owed")).isEqualTo("0");
    assertThat(cafe.wallet("active")).isEqualTo("20");
  }

  @Test
  void theOwnerDealsWithWhatTillsCouldNotBook() {
    Cafe cafe = cafe("{'offlineHours':24,'offlineUnits':{'points':'50'},'beyond':'refuse'}");
    String proof = ",'allowance':'" + allowance(cafe) + "'";
    cafe.sale("1", "30", "").expect(201);
    for (String number : new String[] {"T-1", "T-2"}) {
      String body = cafe.body(number, "40", proof).replace('\'', '"');
      assertThat(cafe.web().post("/v1/purchases", body).expect(422).text())
          .contains("insufficient_balance");
      for (int twice = 0; twice < 2; twice++) {
        assertThat(report(cafe, number, body).statusCode()).isEqualTo(200);
      }
    }
    assertThat(Visit.read(cafe.till().get("/console/today").body()))
        .contains("Tills could not book 2 sales");
    String list = cafe.till().get("/console/unbooked").body();
    assertThat(list).contains("Sara", "Not enough points", "€10");
    Matcher path = Pattern.compile("/console/unbooked/ubk_[a-z0-9]+").matcher(list);
    assertThat(path.find()).isTrue();
    String second = path.group();
    assertThat(path.find()).isTrue();
    String first = path.group();
    String shown = seen(cafe, first);
    assertThat(cafe.till().get(first).body()).contains("What was sold");
    report(cafe, "T-1", cafe.body("T-1", "40", proof).replace("'A'", "'B'").replace('\'', '"'));
    assertThat(cafe.till().post(first, "to", "book", "seen", shown).body())
        .contains("told this sale anew");
    assertThat(cafe.till().post(first, "to", "book", "seen", seen(cafe, first)).statusCode())
        .isEqualTo(303);
    assertThat(cafe.wallet("owed")).isEqualTo("20");
    String other = seen(cafe, second);
    String[] drop = {"to", "drop", "seen", other, "text/note", " "};
    assertThat(cafe.till().post(second, drop).statusCode()).isEqualTo(422);
    drop[drop.length - 1] = "Typed twice";
    assertThat(cafe.till().post(second, drop).statusCode()).isEqualTo(303);
    assertThat(cafe.till().post(second, "to", "book", "seen", other).statusCode())
        .isNotEqualTo(303);
    assertThat(cafe.wallet("owed")).as("neither twice nor after all").isEqualTo("20");
    String states =
        cafe.till().get("/till/data/unbooked?numbers=T-1,T-2,T-3", "Accept", "*/*").body();
    assertThat(states).contains("\"booked\"", "\"dropped\"", "Typed twice").doesNotContain("T-3");
    assertThat(cafe.till().get("/console/unbooked").body()).contains("Everything was booked");
    Visit stranger = Visit.owner(port, clubs.cafe(), access);
    assertThat(stranger.get(second).statusCode()).isEqualTo(404);
  }

  private static String seen(Cafe cafe, String path) {
    Matcher seen =
        Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(cafe.till().get(path).body());
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  private HttpResponse<String> report(Cafe cafe, String number, String body) {
    String told =
        JSON.createObjectNode()
            .put("number", number)
            .put("who", "Sara")
            .put("sale", body)
            .put("code", "insufficient_balance")
            .put("reason", "Not enough points.")
            .toString();
    return cafe.till().json("/till/data/unbooked", told);
  }

  @Test
  void whatMakesNoSenseAsCareIsRefusedAtItsField() {
    Cafe cafe = cafe("{}");
    String bad = "{'confirm':'often','beyond':'no','offlineHours':500,'offlineUnits':{'gold':'1'}}";
    assertThat(cafe.web().send("PUT", "/v1/spending", bad).expect(422).text())
        .contains("/confirm", "/beyond", "/offlineHours", "/offlineUnits/gold");
    assertThat(cafe.web().send("PUT", "/v1/spending", "{'confirm':'above'}").expect(422).text())
        .contains("/above");
    String[] form = {
      "text/confirm",
      "above",
      "money/above",
      "۵",
      "count/offlineHours",
      "12",
      "number/offlineUnits/points",
      "100",
      "text/beyond",
      "owe"
    };
    assertThat(cafe.till().post("/console/spending", form).statusCode()).isEqualTo(303);
    Answer now = cafe.web().get("/v1/spending").expect(200);
    assertThat(now.at("/above")).isEqualTo("5");
    assertThat(now.at("/offlineUnits/points")).isEqualTo("100");
    assertThat(cafe.till().get("/console/spending").body()).contains("value=\"100\"");
  }
}
