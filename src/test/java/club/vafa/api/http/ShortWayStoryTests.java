package club.vafa.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.api.AnsweredLater;
import club.vafa.api.Needs;
import club.vafa.api.Often;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.members.Members;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.RawHttp;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All ways to an endpoint lead to one answer: where connections are polled, shortly, Spring's. */
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
  private final Members members;
  private final TransactionOperations transaction;
  private final RequestMappingHandlerMapping mappings;
  private final List<AnsweredLater<?>> endpoints;
  private final PolledWay way;
  @LocalServerPort private int port;
  private Club club;
  private MemberId member;
  private ApiClient till;

  ShortWayStoryTests(
      TestClub clubs,
      Members members,
      TransactionOperations transaction,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      List<AnsweredLater<?>> endpoints,
      PolledWay way) {
    this.clubs = clubs;
    this.members = members;
    this.transaction = transaction;
    this.mappings = mappings;
    this.endpoints = endpoints;
    this.way = way;
  }

  @BeforeEach
  void aClub() {
    club = clubs.cafe();
    till = ApiClient.of(port, clubs.key(club));
    member = clubs.member(club, "+4915112345678");
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
  void whatTheCommitRefusesIsRefusedAlike() {
    String sale = SALE.formatted("1");
    till.post("/v1/purchases", sale);

    assertThat(alike(till, "/v1/purchases", sale.replace("12.50", "13.00")).status())
        .isEqualTo(422);
    assertThat(alike(till, "/v1/purchases", sale.replace("5678", "5679")).status())
        .isGreaterThanOrEqualTo(400);
    assertThat(
            alike(
                    till,
                    "/v1/purchases",
                    sale.replace("{\"source\"", "{\"branch\":\"x\",\"source\""))
                .status())
        .isEqualTo(422);
    assertThat(alike(till, "/v1/purchases", sale, "Idempotency-Key", "one").status())
        .isEqualTo(201);
  }

  /** While somebody holds the member's books a sale waits, and no thread of Tomcat's with it. */
  @Test
  void aSaleWaitsWithoutAThread() {
    List<RawHttp> lines = new ArrayList<>();
    ClubScope.run(
        club.id(),
        () ->
            transaction.executeWithoutResult(_ -> {
              members.lock(club.id(), List.of(member));
              boolean waits = false;
              for (int time = 0; time < 5 && !waits; time++) {
                // Key and club may have to be looked up first, which takes a thread.
                lines.add(new RawHttp(port));
                lines
                    .getLast()
                    .send(RawHttp.post("/v1/purchases", till.token(), SALE.formatted("1")));
                waits = isOneInFlight();
              }
              assertThat(waits).isTrue();
            }));
    for (RawHttp line : lines) {
      assertThat(line.answer().status()).isEqualTo(201);
      line.close();
    }
    assertThat(till.get("/v1/purchases?source=till&externalId=1").status()).isEqualTo(200);
  }

  private boolean isOneInFlight() {
    long end = System.nanoTime() + 1_000_000_000L;
    while (way.inFlight() == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return way.inFlight() > 0;
  }

  @Test
  void whoeverIsAskedLaterNeedsTheSame() {
    for (AnsweredLater<?> later : endpoints) {
      HandlerMethod method =
          mappings.getHandlerMethods().entrySet().stream()
              .filter(one -> one.getKey().getDirectPaths().contains(later.path()))
              .filter(one -> one.getValue().hasMethodAnnotation(Often.class))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow();
      Needs needs = method.getMethodAnnotation(Needs.class);
      assertThat(needs).isNotNull();
      assertThat(needs.value()).containsExactly(later.needs());
      assertThat(method.getMethod().getParameterTypes()).contains(later.takes());
    }
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
  private Answer alike(ApiClient caller, String path, String body, String... headers) {
    List<String> unusual = new ArrayList<>(List.of(headers));
    unusual.addAll(List.of(LONG_WAY));
    Answer shortly = caller.post(path, body, headers);
    Answer longly = caller.post(path, body, unusual.toArray(String[]::new));
    assertThat(shortly.status()).isEqualTo(longly.status());
    assertThat(untraced(shortly)).isEqualTo(untraced(longly));
    assertThat(headers(shortly)).isEqualTo(headers(longly));
    polledAlike(caller, path, body, shortly, headers);
    return shortly;
  }

  /** In one piece on an idle connection, which is how a sale is answered without a thread. */
  private void polledAlike(
      ApiClient caller, String path, String body, Answer other, String... headers) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < headers.length; at += 2) {
      lines.add(headers[at] + ": " + headers[at + 1]);
    }
    String request = RawHttp.post(path, caller.token(), body, lines.toArray(String[]::new));
    try (RawHttp line = new RawHttp(port)) {
      RawHttp.Answer polled = line.send(request).answer();
      assertThat(polled.status()).isEqualTo(other.status());
      assertThat(untraced(polled.body())).isEqualTo(untraced(other));
      Map<String, List<String>> told = new TreeMap<>();
      polled.headers().forEach((name, value) -> told.put(name, List.of(value)));
      assertThat(without(told)).isEqualTo(headers(other));
    }
  }

  private static String untraced(Answer answer) {
    return untraced(answer.body());
  }

  private static String untraced(String body) {
    return body.replaceAll("\"traceId\":\"[0-9a-f]+\"", "")
        .replaceAll("\"occurredAt\":\"[^\"]+\"", "");
  }

  private static Map<String, List<String>> headers(Answer answer) {
    return without(new TreeMap<>(answer.raw().headers().map()));
  }

  private static Map<String, List<String>> without(Map<String, List<String>> told) {
    List.of("date", "ratelimit", "content-length").forEach(told::remove);
    return told;
  }
}
