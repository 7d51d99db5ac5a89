package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a till sends and what comes of it, told over HTTP. */
@StoryTest
@Import(TestClub.class)
class PurchaseStoryTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PHONE = "+49 151 12345678";

  private final TestClub clubs;
  private final Access access;
  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  private Club club;
  private String key;

  PurchaseStoryTests(TestClub clubs, Access access) {
    this.clubs = clubs;
    this.access = access;
  }

  record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

  @BeforeEach
  void foundClub() {
    club = clubs.cafe();
    key = clubs.key(club);
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'per-euro','when':[],
           'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'2'}}]}]}
        """);
    clubs.member(club, "+4915112345678");
  }

  @Test
  void earnsPointsAndAnswersTheSameWhenAskedAgain() {
    Answer first = post("/v1/purchases", sale("1", "10.90", ""));
    Answer again = post("/v1/purchases", sale("1", "10.90", ""));

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body().at("/effects/0/granted").asString()).isEqualTo("20");
    assertThat(first.body().at("/wallets/0/active").asString()).isEqualTo("20");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.raw().body()).isEqualTo(first.raw().body());
    assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).hasValue("true");
  }

  @Test
  void aNumberIsTheSameHoweverItIsSpelled() {
    for (String spelled : List.of("+4915112345678", "+49015112345678", "0151 12345678")) {
      Answer sale = post("/v1/purchases", sale(spelled, "1.00", "").replace(PHONE, spelled));
      assertThat(sale.body().at("/wallets/0/unit").asString()).as(spelled).isEqualTo("points");
    }
    Answer nobody = post("/v1/purchases", sale("n", "1.00", "").replace(PHONE, "+4915100000000"));
    assertThat(nobody.body().at("/code").asString()).isEqualTo("member_unknown");
  }

  @Test
  void thePageOfASaleTellsWhatItBroughtAndWhy() {
    Answer sale = post("/v1/purchases", sale("1", "10.90", ""));
    Visitor owner = new Visitors(clubs, access, port).owner(club);
    assertThat(owner.page("/console/purchases/" + sale.body().at("/id").asString()))
        .contains("20 points", "2 points for each");
  }

  @Test
  void anotherBodyUnderTheSameNameIsRefused() {
    post("/v1/purchases", sale("1", "10.90", ""));

    Answer other = post("/v1/purchases", sale("1", "11.90", ""));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body().at("/code").asString()).isEqualTo("idempotency_mismatch");
  }

  @Test
  void aReturnTakesBackWhatTheSaleWouldNotHaveGiven() {
    Answer sale =
        post(
            "/v1/purchases",
            """
            {'source':'t','externalId':'2','member':{'phone':'015112345678'},'currency':'EUR',
             'lines':[{'sku':'A','quantity':'1','amount':'2.50'},
                      {'sku':'B','quantity':'2','amount':'1.00'}]}
            """);
    String path = "/v1/purchases/" + sale.body().at("/id").asString() + "/returns";

    Answer one = post(path, "{'externalId':'r1','lines':[{'line':1,'quantity':'1'}]}");
    Answer rest = post(path, "{'externalId':'r2','all':true}");
    Answer more = post(path, "{'externalId':'r3','all':true}");

    assertThat(sale.body().at("/effects/0/granted").asString()).isEqualTo("6");
    assertThat(one.body().at("/refund/amount").asString()).isEqualTo("0.5");
    assertThat(one.body().at("/taken").isEmpty()).isTrue();
    assertThat(rest.body().at("/taken/0/active").asString()).isEqualTo("6");
    assertThat(rest.body().at("/wallets/0/active").asString()).isEqualTo("0");
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.body().at("/code").asString()).isEqualTo("nothing_to_return");
  }

  @Test
  void ofSixtyFourWhoSpendTheSamePointsOneSucceeds() throws Exception {
    post("/v1/purchases", sale("first", "50.00", ""));
    List<Callable<Answer>> spends = new ArrayList<>();
    for (int at = 0; at < 64; at++) {
      String body =
          sale("spend-" + at, "5.00", "{'kind':'wallet','unit':'points','amount':'100'}")
              .replace("'quantity':'1'", "'quantity':'1'");
      spends.add(() -> post("/v1/purchases", body.replace("5.00", "1.00")));
    }
    List<Integer> statuses = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : callers.invokeAll(spends)) {
        statuses.add(answer.get().status());
      }
    }
    assertThat(statuses).hasSize(64);
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    assertThat(statuses.stream().filter(status -> status == 422)).hasSize(63);
  }

  private static String sale(String id, String amount, String payment) {
    return "{'source':'t','externalId':'%s','member':{'phone':'%s'},'currency':'EUR',"
            .formatted(id, PHONE)
        + "'lines':[{'sku':'A','quantity':'1','amount':'%s'}],'payments':[%s]}"
            .formatted(amount, payment);
  }

  private Answer post(String path, String body) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                  .header("Authorization", "Bearer " + key)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()), answer);
    } catch (java.io.IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
