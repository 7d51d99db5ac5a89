package club.vafa.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The short way to an endpoint and Spring's way lead to one answer. */
@StoryTest
@Import(TestClub.class)
class ShortWayStoryTests {
  /** Whoever weighs what they accept is unusual. */
  private static final String[] LONG_WAY = {"Accept", "application/json;q=0.9"};

  private static final String SALE =
      """
      {"source":"till","externalId":"%s","currency":"EUR","member":{"phone":"+4915112345678"},
       "lines":[{"sku":"bread","amount":"12.50"}]}
      """;

  private final TestClub clubs;
  @LocalServerPort private int port;
  private Club club;
  private ApiClient till;

  ShortWayStoryTests(TestClub clubs) {
    this.clubs = clubs;
  }

  @BeforeEach
  void aClub() {
    club = clubs.cafe();
    till = ApiClient.of(port, clubs.key(club));
    clubs.member(club, "+4915112345678");
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'Base'},'trigger':{'on':'purchase'},
         'rules':[{'code':'all','when':[],'then':[
           {'do':'earn','unit':'points','amount':{'by':'fixed','give':'5'}}]}]}
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{\"sourc\":\"a\"} -> 400",
        "{\"source\":5} -> 400",
        "{\"source\":\"a\\u0000\"} -> 422",
        "{\"source\":\"a\",\"source\":\"b\"} -> 400",
        "{\"occurredAt\":\"yesterday\"} -> 422",
        "{} -> 422",
        "[1] -> 400",
        "{ -> 400",
        "{} {} -> 400",
        "`` -> 400",
        "null -> 400",
      })
  void whatIsRefusedIsRefusedAlike(String body, int status) {
    for (String path : List.of("/v1/purchases", "/v1/purchases/quote", "/v1/events")) {
      assertThat(alike(till, path, body).status()).isEqualTo(status);
    }
  }

  @Test
  void aSaleIsAnsweredAlike() {
    Answer first = till.post("/v1/purchases", SALE.formatted("1"));
    Answer again = alike(till, "/v1/purchases", SALE.formatted("1"));
    Answer persian = alike(till, "/v1/purchases", SALE.formatted("1"), "Accept-Language", "fa");
    Answer quoted = alike(till, "/v1/purchases/quote", SALE.formatted("2"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Content-Type")).hasValue("application/json");
    assertThat(first.at("/effects/0/granted")).isEqualTo("5");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(persian.at("/effects/0/reason")).isNotEqualTo(first.at("/effects/0/reason"));
    assertThat(quoted.at("/status")).isEqualTo("quoted");
  }

  @Test
  void whoMayNotIsRefusedAlike() {
    ApiClient nobody = till.with("");
    ApiClient wrong = till.with("vafa_" + "x".repeat(43));
    String sale = SALE.formatted("1");

    assertThat(alike(nobody, "/v1/purchases", sale).told()).isEqualTo("401 unauthenticated");
    assertThat(alike(wrong, "/v1/purchases", sale).told()).isEqualTo("401 unauthenticated");
    assertThat(alike(till, "/v1/purchases", sale, "Idempotency-Key", "a b").status())
        .isEqualTo(400);
  }

  @Test
  void whatIsUnusualGoesTheLongWay() {
    String sale = SALE.formatted("1");

    assertThat(till.post("/v1/purchases?a=b", sale).told()).isEqualTo("400 unknown_parameter");
    assertThat(till.post("/v1/purchases", sale, "Content-Type", "text/plain").status())
        .isEqualTo(415);
    assertThat(till.post("/v1/purchases", sale, "Accept", "text/html").status()).isEqualTo(406);
    assertThat(till.send("PUT", "/v1/purchases", sale).status()).isEqualTo(405);
    assertThat(
            till.post("/v1/purchases", sale, "Content-Type", "application/json; charset=utf-8")
                .status())
        .isEqualTo(201);
  }

  /** Sent both ways; all but what every answer has of its own is the same. */
  private static Answer alike(ApiClient caller, String path, String body, String... headers) {
    List<String> unusual = new ArrayList<>(List.of(headers));
    unusual.addAll(List.of(LONG_WAY));
    Answer shortly = caller.post(path, body, headers);
    Answer longly = caller.post(path, body, unusual.toArray(String[]::new));
    assertThat(shortly.status()).isEqualTo(longly.status());
    assertThat(untraced(shortly)).isEqualTo(untraced(longly));
    assertThat(headers(shortly)).isEqualTo(headers(longly));
    return shortly;
  }

  private static String untraced(Answer answer) {
    return answer
        .body()
        .replaceAll("\"traceId\":\"[0-9a-f]+\"", "")
        .replaceAll("\"occurredAt\":\"[^\"]+\"", "");
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> told = new TreeMap<>(answer.raw().headers().map());
    List.of("date", "ratelimit", "content-length").forEach(told::remove);
    return told;
  }
}
