package club.vafa.till;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The till as its page meets it, without one: who may, what is found, what may be kept. */
@StoryTest
class TillStoryTests {
  private static final String SALE =
      """
      {'source':'till','externalId':'%s','member':{'phone':'+4915112345678'},'currency':'EUR',
       'occurredAt':'2026-03-21T10:00:00Z',
       'lines':[{'sku':'A','name':'Cake','quantity':'3','unitPrice':'4.00','amount':'12.00'}]}
      """;

  private final TestClub clubs;
  private final int port;

  TillStoryTests(TestClub clubs, @LocalServerPort int port) {
    this.clubs = clubs;
    this.port = port;
  }

  /** A browser that keeps cookies; what its pages ask for is JSON. */
  private final class Browser {
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    HttpResponse<String> get(String path, String... headers) {
      return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String type, String body, String origin) {
      return send(
          request(path, "Content-Type", type, "Origin", origin)
              .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private HttpRequest.Builder request(String path, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(site() + path)).header("Accept", "application/json");
      for (int at = 0; at < headers.length; at += 2) {
        request.setHeader(headers[at], headers[at + 1]);
      }
      return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      } catch (IOException broken) {
        throw new AssertionError(broken);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
  }

  private String site() {
    return "http://127.0.0.1:" + port;
  }

  private HttpResponse<String> login(Browser browser, Club club, String next) {
    String form = "club=" + club.code() + "&login=sara&password=a+long+password&next=" + next;
    return browser.post("/login", "application/x-www-form-urlencoded", form, site());
  }

  private Browser cashier(Club club) {
    new Web(port, clubs.key(club))
        .post(
            "/v1/staff",
            """
            {'login':'sara','name':'Sara','role':'cashier','password':'a long password'}
            """)
        .expect(201);
    Browser browser = new Browser();
    assertThat(login(browser, club, "").headers().firstValue("Location")).hasValue("/till");
    return browser;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void whoIsNotLoggedInIsLedToTheLoginAndBackAndScriptsAreToldSo() {
    Browser stranger = new Browser();
    HttpResponse<String> led = stranger.get("/till", "Accept", "text/html");
    assertThat(led.headers().firstValue("Location")).hasValue("/login?next=%2Ftill");
    HttpResponse<String> told = stranger.get("/till/data/desk");
    assertThat(told.statusCode()).isEqualTo(401);
    assertThat(told.body()).contains("\"unauthenticated\"");
    assertThat(stranger.get("/v1/club").statusCode()).isEqualTo(401);
    Club club = clubs.cafe();
    cashier(club);
    assertThat(login(new Browser(), club, "/console/members").headers().firstValue("Location"))
        .hasValue("/console/members");
  }

  @Test
  void thePageOfTheTillCallsTheApiWithTheLoginAndNoOtherSiteDoes() {
    Club club = clubs.cafe();
    clubs.member(club, "+4915112345678");
    Browser cashier = cashier(club);
    String sale = SALE.formatted("T1-1");
    HttpResponse<String> forged =
        cashier.post("/v1/purchases", "application/json", sale, "https://evil.example");
    assertThat(forged.statusCode()).isEqualTo(401);
    HttpResponse<String> recorded = cashier.post("/v1/purchases", "application/json", sale, site());
    assertThat(recorded.statusCode()).isEqualTo(201);
    HttpResponse<String> again = cashier.post("/v1/purchases", "application/json", sale, site());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(cashier.get("/v1/api-keys").statusCode()).isEqualTo(403);
  }

  @Test
  void theTillKnowsWhereItStandsAndWhatUnitsPay() {
    Club club = clubs.cafe();
    Web owner = new Web(port, clubs.key(club));
    owner.send("PUT", "/v1/branches/b1", "{'name':'Mitte'}").expect(200);
    owner.send("PUT", "/v1/branches/b1/terminals/t1", "{'name':'Counter'}").expect(200);
    String goods = "{'sku':'CAP','units':'9'},{'category':'cake','units':'12'}";
    owner
        .send("PUT", "/v1/units/points/worth", "{'base':'0.01','goods':[" + goods + "]}")
        .expect(200);
    String desk = cashier(club).get("/till/data/desk").body();
    assertThat(desk)
        .contains("\"name\":\"Café\"", "\"currency\":\"EUR\"", "\"decimals\":2")
        .contains("\"person\":\"sara\"", "\"Mitte\"", "\"Counter\"")
        .contains("\"worth\":\"0.01\"", "\"skus\":[\"CAP\"]", "\"categories\":[\"cake\"]");
  }

  @Test
  void aCustomerIsFoundByWhateverIsScannedOrTyped() {
    Club club = clubs.cafe();
    MemberId member = clubs.member(club, "+4915112345678");
    new Web(port, clubs.key(club))
        .post("/v1/members/" + member + "/cards", "{'number':'9990001112223'}")
        .expect(201);
    MemberId theirs = clubs.member(clubs.cafe(), "+4915199999999");
    Browser cashier = cashier(club);
    for (String code :
        new String[] {
          "0151 12345678",
          "+49 (151) 1234-5678",
          "۰۱۵۱۱۲۳۴۵۶۷۸",
          "٠١٥١١٢٣٤٥٦٧٨",
          "9990001112223",
          "۹۹۹۰۰۰۱۱۱۲۲۲۳",
          member.toString()
        }) {
      assertThat(cashier.get("/till/data/members?code=" + encoded(code)).body())
          .as(code)
          .contains(member.toString());
    }
    for (String code : new String[] {"+4915199999999", theirs.toString(), "nobody", ""}) {
      assertThat(cashier.get("/till/data/members?code=" + encoded(code)).body())
          .as(code)
          .contains("\"found\":[]");
    }
    assertThat(cashier.get("/till/data/members?code=0151-99999999").body())
        .contains("\"phone\":\"+4915199999999\"");
  }

  @Test
  void aSaleIsFoundByItsReceiptAndTellsWhatHasComeBack() {
    Club club = clubs.cafe();
    clubs.member(club, "+4915112345678");
    Browser cashier = cashier(club);
    String recorded =
        cashier
            .post("/v1/purchases", "application/json", SALE.formatted("T1-77-K7"), site())
            .body();
    Matcher id = Pattern.compile("\"id\":\"(pur_[a-z0-9]+)\"").matcher(recorded);
    assertThat(id.find()).isTrue();
    cashier.post(
        "/v1/purchases/" + id.group(1) + "/returns",
        "application/json",
        "{'externalId':'T1-77-R','lines':[{'line':0,'quantity':'1'}]}",
        site());
    for (String number : new String[] {"T1-77-K7", "t1-۷۷-k7", id.group(1)}) {
      assertThat(cashier.get("/till/data/sales?number=" + encoded(number)).body())
          .as(number)
          .contains("\"paid\":\"12\"", "\"quantity\":\"3\"", "\"left\":\"2\"", "\"Cake\"");
    }
    Browser elsewhere = cashier(clubs.cafe());
    for (String number : new String[] {"T1-77-K7", id.group(1)}) {
      assertThat(elsewhere.get("/till/data/sales?number=" + number).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatABrowserMayKeepHoldsNothingOfAClub() {
    Club club = clubs.cafe();
    Browser cashier = cashier(club);
    String page = cashier.get("/till", "Accept", "text/html").body();
    assertThat(page).doesNotContain("Café", "sara", club.id().toString());
    Browser stranger = new Browser();
    HttpResponse<String> worker = stranger.get("/ui/till/worker.js");
    assertThat(worker.headers().firstValue("Service-Worker-Allowed")).hasValue("/till");
    Matcher file = Pattern.compile("\"(/ui/[^\"]+)\"").matcher(worker.body());
    int files = 0;
    while (file.find()) {
      files++;
      assertThat(stranger.get(file.group(1)).statusCode()).as(file.group(1)).isEqualTo(200);
    }
    assertThat(files).isGreaterThan(15);
    assertThat(stranger.get("/ui/till/000000000000/till.js").statusCode()).isEqualTo(404);
    assertThat(cashier.get("/till/manifest.webmanifest").body()).contains("\"start_url\"");
  }

  @Test
  void noPageShowsAKeyInsteadOfAText() {
    Browser cashier = cashier(clubs.cafe());
    for (String language : new String[] {"en", "fa", "ar"}) {
      String page = cashier.get("/till", "Accept", "text/html", "Accept-Language", language).body();
      assertThat(page).contains("lang=\"" + language + "\"");
      assertThat(page.replaceAll("<[^>]*>", " "))
          .doesNotContainPattern("\\b(till|ui)\\.[a-z]+[a-z_.]*\\b");
    }
  }
}
