package club.vafa.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.RawHttp;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Whatever is sent, the answer is a problem that says what is wrong, and never a 500. */
@StoryTest
@Import(TestClub.class)
class BadInputStoryTests {
  private final TestClub clubs;
  @LocalServerPort private int port;
  private ApiClient till;

  BadInputStoryTests(TestClub clubs) {
    this.clubs = clubs;
  }

  @BeforeEach
  void aClub() {
    till = ApiClient.of(port, clubs.key(clubs.cafe()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{\"firstname\":\"Sara\"} -> 400 unknown_field /firstname",
        "{\"firstName\":5} -> 400 wrong_type /firstName",
        "{\"firstName\":\"a\\u0000\"} -> 422 invalid_characters /firstName",
        "{\"firstName\":\"a\\ud800\"} -> 422 invalid_characters /firstName",
        "{\"firstName\":\"a\\u0001\"} -> 422 invalid_characters /firstName",
        "{\"birthDate\":\"1999-02-30\"} -> 422 not_a_date /birthDate",
        "{\"firstName\":\"a\",\"birthDate\":\"2999-01-01\"} -> 422 birth_date_invalid /birthDate",
        "{\"firstName\":\"a\",\"birthDate\":\"0001-01-01\"} -> 422 birth_date_invalid /birthDate",
        "{\"firstName\":\"a\",\"phone\":\"12\"} -> 422 phone_invalid /phone",
        "{\"phone\":\"call me\"} -> 422 phone_invalid /phone",
        "{\"email\":\"sara\"} -> 422 email_invalid /email",
        "{\"email\":\"a b@c.de\"} -> 422 email_invalid /email",
        "{\"email\":\"a@-.de\"} -> 422 email_invalid /email",
        "{\"firstName\":\"a\",\"locale\":\"f$\"} -> 422 locale_invalid /locale",
        "{} -> 422 member_without_name",
        "{\"firstName\":\"  \"} -> 422 member_without_name",
        "{\"firstName\":\"a\",\"attributes\":{\"a b\":1}} -> 422 attribute_name_invalid /attributes/a b",
        "{\"firstName\":\"a\",\"attributes\":{\"a\":[1]}} -> 422 attribute_not_simple /attributes/a",
        "{\"firstName\":\"a\",\"attributes\":{\"a\":{\"b\":1}}} -> 422 attribute_not_simple /attributes/a",
        "{\"firstName\":\"a\",\"attributes\":{\"a\":1e99999}} -> 422 number_too_large /attributes/a",
        "{\"firstName\":\"a\",\"attributes\":[]} -> 400 wrong_type /attributes",
        "{\"firstName\":\"a\",\"consents\":[null]} -> 422 required /consents/0",
        "{\"firstName\":\"a\",\"consents\":[{\"purpose\":\"x\",\"channel\":\"SMS!\",\"given\":true}]} -> 422 invalid_characters /consents/0/channel",
        "{\"firstName\":\"a\",\"consents\":[{\"purpose\":\"x\",\"channel\":\"sms\"}]} -> 422 required /consents/0/given",
        "[1] -> 400 wrong_type",
        "{ -> 400 malformed_json",
        "`` -> 400 body_missing",
        "null -> 400 body_missing",
      })
  void aMemberThatIsNotRightIsRefusedByName(String body, String told) {
    assertThat(till.post("/v1/members", body == null ? "" : body).told()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/members?limit=0,400 bad_parameter",
    "/v1/members?limit=201,400 bad_parameter",
    "/v1/members?limit=x,400 bad_parameter",
    "/v1/members?limit=99999999999,400 bad_parameter",
    "/v1/members?limit=1&limit=2,400 bad_parameter",
    "/v1/members?after=x,400 bad_cursor",
    "/v1/members?after=AAAA,400 bad_cursor",
    "/v1/members?phnoe=1,400 unknown_parameter",
    "/v1/members?q=%00,400 bad_parameter",
    "/v1/members?q=%ED%A0%80,400 bad_request",
    "/v1/members?q=%F0%9F%98%80,200",
    "/v1/members?phone=hello,422 phone_invalid",
    "/v1/members?phone=1&email=a@b.de,422 exactly_one",
    "/v1/members?email=a@b.de&q=x,422 exactly_one",
    "/v1/members/mbr_00000000000000000000000000,404 member_not_found",
    "/v1/members/nobody,404 member_not_found",
    "/v1/members/%00,400 bad_request",
    "/v1/members/mbr_00000000000000000000000000/wallets,404 member_not_found",
    "/v1/members/x/statement?unit=gold,422 unit_unknown",
    "/v1/cards/x,404 card_not_found",
    "/v1/nothing,404 not_found",
    "/v1/,404 not_found",
    "/nothing,404 not_found",
  })
  void addressesThatLeadNowhereSaySo(String path, String told) {
    assertThat(till.get(path).told()).isEqualTo(told);
  }

  @Test
  void theWayOfAskingIsJudgedToo() {
    assertThat(till.send("PUT", "/v1/members", "{}").told()).isEqualTo("405 method_not_allowed");
    assertThat(till.send("PUT", "/v1/members", "{}").header("Allow").orElse(""))
        .contains("GET")
        .contains("POST");
    assertThat(till.send("TRACE", "/v1/members", null).status()).isBetween(400, 499);
    assertThat(till.post("/v1/members", "{}", "Content-Type", "text/plain").told())
        .isEqualTo("415 unsupported_media_type");
    assertThat(till.send("GET", "/v1/staff", null, "Content-Type", "multipart/form-data").told())
        .isEqualTo("400 bad_request");
    assertThat(
            till.post("/v1/members", "{}", "Content-Type", "application/json;charset=utf-16")
                .told())
        .isEqualTo("415 unsupported_media_type");
    assertThat(till.post("/v1/members", "{}", "Content-Type", "nonsense").told())
        .isEqualTo("415 unsupported_media_type");
    assertThat(till.post("/v1/members", "{}", "Content-Type", "application/*").told())
        .isEqualTo("415 unsupported_media_type");
    assertThat(till.post("/v1/members", "{}", "Idempotency-Key", "a b").told())
        .isEqualTo("400 idempotency_key_invalid");
    assertThat(till.post("/v1/members", "{}", "Idempotency-Key", "x".repeat(256)).told())
        .isEqualTo("400 idempotency_key_invalid");
    assertThat(till.send("GET", "/v1/members", null, "Accept", "text/html").told())
        .isEqualTo("406 not_acceptable");
    assertThat(till.post("/v1/nothing", "{}").told()).isEqualTo("404 not_found");
  }

  @Test
  void bodiesThatAreTooLargeAreRefusedHoweverTheyCome() {
    String large = "{\"firstName\":\"" + "x".repeat(10_000_000) + "\"}";
    assertThat(till.post("/v1/members", large).told()).isEqualTo("413 body_too_large");
    byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
    Supplier<java.io.InputStream> stream = () -> new java.io.ByteArrayInputStream(bytes);
    HttpRequest chunked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/members"))
            .header("Authorization", "Bearer " + till.token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(stream))
            .build();
    assertThat(till.exchange(chunked).told()).isEqualTo("413 body_too_large");
    assertThat(till.post("/v1/members", "{\"x\":" + "[".repeat(1_000_000)).told())
        .startsWith("400");
  }

  @Test
  void aProblemSaysEverythingInTheReadersLanguage() {
    Answer answer =
        till.post(
            "/v1/members",
            "{\"firstName\":\"a\",\"phone\":\"12\",\"email\":\"x\"}",
            "Accept-Language",
            "fa-IR,fa;q=0.9,en;q=0.5",
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.header("Content-Language")).hasValue("fa");
    assertThat(answer.at("/type")).isEqualTo("urn:vafa:problem:phone_invalid");
    assertThat(answer.at("/title")).isEqualTo("درخواست پذیرفته نشد.");
    assertThat(answer.at("/detail")).isEqualTo("این شمارهٔ تلفن نیست.");
    assertThat(answer.at("/traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(answer.at("/errors/1/pointer")).isEqualTo("/email");
    assertThat(answer.at("/errors/1/code")).isEqualTo("email_invalid");
    assertThat(answer.header("RateLimit-Policy")).hasValue("\"key\";q=1000000;w=60");
    assertThat(answer.header("RateLimit").orElse("")).startsWith("\"key\";r=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "GET /v1/mem%zzbers HTTP/1.1 -> 400",
        "GET /v1/members?q=%zz HTTP/1.1 -> 401",
        "GET /v1/members?q={} HTTP/1.1 -> 400",
        "GET /v1/../../etc/passwd HTTP/1.1 -> 400",
        "GET /v1/%2e%2e/members HTTP/1.1 -> 401",
        "GET /v1/members;a=b HTTP/1.1 -> 401",
        "GET //v1/members HTTP/1.1 -> 404",
        "GET /%761/members HTTP/1.1 -> 401",
        "GET /V1/members HTTP/1.1 -> 404",
        "FETCH /v1/members HTTP/1.1 -> 401",
        "GET /v1/members HTTP/9.9 -> 505",
        "nonsense -> 400",
      })
  void linesThatAreNoRequestGetNothing(String line, String status) {
    assertThat(raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void addressesAndHeadersThatAreTooLongAreRefused() {
    String longPath = "GET /v1/members?q=" + "x".repeat(100_000) + " HTTP/1.1";
    assertThat(raw(longPath + "\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 4")
        .contains("problem+json");
    String header = "GET /v1/members HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000);
    assertThat(raw(header + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 4");
  }

  private String raw(String request) {
    try (RawHttp line = new RawHttp(port)) {
      return line.send(request).rest();
    }
  }
}
