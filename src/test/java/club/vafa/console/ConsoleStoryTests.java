package club.vafa.console;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.access.Access.FirstOwner;
import club.vafa.campaigns.Campaign;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
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
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The console as a browser meets it, without one. */
@StoryTest
class ConsoleStoryTests {
  private final TestClub clubs;
  private final Access access;
  private final int port;

  ConsoleStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.access = access;
    this.port = port;
  }

  /** Somebody with a browser that keeps cookies and does not follow by itself. */
  private final class Browser {
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    HttpResponse<String> get(String path, String... headers) {
      return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String... fields) {
      return send(
          request(path, "Origin", "http://127.0.0.1:" + port)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form(fields))));
    }

    private HttpRequest.Builder request(String path, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Accept", "text/html");
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

  private static String form(String... fields) {
    StringBuilder form = new StringBuilder();
    for (int at = 0; at < fields.length; at += 2) {
      form.append(at == 0 ? "" : "&")
          .append(fields[at])
          .append('=')
          .append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private Browser owner(Club club) {
    FirstOwner first = access.firstOwner(club.id()).orElseThrow();
    Browser browser = new Browser();
    HttpResponse<String> in =
        browser.post(
            "/login", "club", club.code(), "login", first.login(), "password", first.password());
    assertThat(in.statusCode()).isEqualTo(303);
    return browser;
  }

  @Test
  void whoIsNotLoggedInIsLedToTheLoginAndBack() {
    Browser stranger = new Browser();
    HttpResponse<String> led = stranger.get("/console/members");
    assertThat(led.statusCode()).isEqualTo(303);
    assertThat(location(led)).isEqualTo("/login?next=%2Fconsole%2Fmembers");
    HttpResponse<String> part = stranger.get("/console/members", "HX-Request", "true");
    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/login");
    assertThat(stranger.get("/login?next=https://evil.example").body())
        .contains("name=\"next\" value=\"/console\"");
  }

  @Test
  void aWrongPasswordIsToldOnTheFormAndTheLoginIsKept() {
    Club club = clubs.cafe();
    HttpResponse<String> refused =
        new Browser().post("/login", "club", club.code(), "login", "sara", "password", "wrong");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("do not fit together").contains("value=\"sara\"");
  }

  @Test
  void aMemberIsFoundAndEveryMovementHasItsReason() {
    Club club = clubs.cafe();
    MemberId member = clubs.member(club, "+4915112345678");
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'A point for each euro','fa':'برای هر یورو یک امتیاز'},
         'trigger':{'on':'purchase'},
         'rules':[{'code':'main','then':[
           {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
        """);
    new Web(port, clubs.key(club))
        .post(
            "/v1/purchases",
            """
            {'source':'till','externalId':'1','member':{'phone':'+4915112345678'},
             'occurredAt':'2026-03-21T10:00:00Z','currency':'EUR',
             'lines':[{'sku':'A','quantity':'1','unitPrice':'12.00','amount':'12.00'}]}
            """)
        .expect(201);
    Browser owner = owner(club);
    assertThat(owner.get("/console/members?q=0151%2012345678").body()).contains(member.toString());
    assertThat(owner.get("/console/members?q=nobody").body())
        .contains("Nothing found for “nobody”");
    String sheet = owner.get("/console/members/" + member).body();
    assertThat(sheet).contains("<div class=\"figure\">12</div>");
    String statement = owner.get("/console/members/" + member + "/statement").body();
    assertThat(statement).contains("A point for each euro").contains("+12");
    assertThat(owner.get("/console/today").body()).contains("€12");
    owner.post("/preferences", "language", "fa", "back", "/console/today");
    String persian = owner.get("/console/members/" + member + "/statement").body();
    assertThat(persian).contains("برای هر یورو یک امتیاز").contains("کسب شد").contains("۱۲");
    assertThat(owner.get("/console/members").body()).contains("dir=\"rtl\"").contains("اعضا");
  }

  @Test
  void campaignsAreToldInPlainWordsPausedAndResumed() {
    Club club = clubs.cafe();
    Campaign campaign =
        clubs.live(
            club,
            """
            {'code':'base','name':{'en':'Every euro'},'trigger':{'on':'purchase'},
             'rules':[{'code':'main','then':[
               {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'2'}}]}]}
            """);
    Browser owner = owner(club);
    assertThat(owner.get("/console/campaigns").body()).contains("Every euro", "2 points", "Live");
    String turn = "/console/campaigns/" + campaign.id() + "/turn";
    assertThat(owner.post(turn, "to", "paused").statusCode()).isEqualTo(303);
    assertThat(owner.get("/console/campaigns").body()).contains("Paused");
    assertThat(owner.post(turn, "to", "paused").statusCode()).isEqualTo(422);
    assertThat(owner.post(turn, "to", "live").statusCode()).isEqualTo(303);
    assertThat(owner.post(turn, "to", "elsewhere").statusCode()).isEqualTo(400);
    assertThat(owner(clubs.cafe()).post(turn, "to", "paused").statusCode()).isEqualTo(404);
    assertThat(owner.get("/console/campaigns").body()).contains("Live");
  }

  @Test
  void nobodySeesAnotherClubsMember() {
    Club mine = clubs.cafe();
    MemberId theirs = clubs.member(clubs.cafe(), "+4915100000001");
    Browser owner = owner(mine);
    for (String path : new String[] {"", "/statement"}) {
      HttpResponse<String> answer = owner.get("/console/members/" + theirs + path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("<!doctype html>").doesNotContain("+49151");
    }
  }

  @Test
  void formsOfOtherSitesChangeNothing() {
    Browser owner = owner(clubs.cafe());
    HttpRequest.Builder forged =
        owner
            .request("/console/logout", "Origin", "https://evil.example")
            .POST(BodyPublishers.noBody());
    assertThat(owner.send(forged).statusCode()).isEqualTo(403);
    assertThat(owner.get("/console/today").statusCode()).isEqualTo(200);
    assertThat(owner.post("/console/logout").statusCode()).isEqualTo(303);
    assertThat(owner.get("/console/today").statusCode()).isEqualTo(303);
  }

  @Test
  void everyPageForbidsForeignScriptsAndFrames() {
    Browser owner = owner(clubs.cafe());
    for (String path : new String[] {"/login", "/console/today", "/console/members", "/nowhere"}) {
      HttpResponse<String> page = owner.get(path);
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("script-src 'self'", "frame-ancestors 'none'"));
    }
  }

  @Test
  void noPageShowsAKeyInsteadOfAText() {
    Club club = clubs.cafe();
    MemberId member = clubs.member(club, "+4915112345679");
    Browser owner = owner(club);
    for (Language language : Language.values()) {
      owner.post("/preferences", "language", language.code(), "back", "/console");
      for (String path :
          new String[] {
            "/login",
            "/console/today",
            "/console/members",
            "/console/members?q=zzz",
            "/console/members/" + member,
            "/console/members/" + member + "/statement",
            "/console/campaigns",
            "/console/nowhere"
          }) {
        String shown = owner.get(path).body().replaceAll("<[^>]*>", " ");
        assertThat(
                Arrays.stream(shown.split("\\s+"))
                    .filter(word ->
                        word.matches(
                            "(ui|console|members|earning|access|campaigns|problem)\\.[a-z_.]+"))
                    .collect(Collectors.toSet()))
            .as(path + " in " + language)
            .isEmpty();
      }
    }
  }
}
