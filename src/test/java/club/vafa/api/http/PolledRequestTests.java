package club.vafa.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolledRequestTests {
  private static final String USUAL =
      "POST /v1/purchases HTTP/1.1\r\nHost: shop.example:8080\r\nAUTHORIZATION:Bearer x\r\n"
          + "Content-Length: 4\r\nX-Mine: a, b\r\n\r\n{\"\"}";

  @Test
  void whatIsUsualIsRead() {
    PolledRequest read = read(USUAL);

    assertThat(read).isNotNull();
    assertThat(read.path()).isEqualTo("/v1/purchases");
    assertThat(read.header("authorization")).isEqualTo("Bearer x");
    assertThat(read.header("x-mine")).isEqualTo("a, b");
    assertThat(read.header("accept")).isNull();
    assertThat(read.isToStay()).isFalse();
    assertThat(new String(read.body(), StandardCharsets.UTF_8)).isEqualTo("{\"\"}");
    assertThat(read(with("Connection: Keep-Alive")).isToStay()).isTrue();
    assertThat(read(with("Cookie: a=1\r\nCookie: b=2"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked",
        "transfer-encoding: identity",
        "Content-Encoding: gzip",
        "Expect: 100-continue",
        "Upgrade: h2c",
        "Connection: close",
        "Connection: keep-alive, Upgrade",
        "Content-Length: 4",
        "Host: other",
        "Authorization: Bearer y",
        "Idempotency-Key: a\r\nIdempotency-Key: b",
        "X-Folded: a\r\n b",
        " X-Leading: a",
        "X Spaced: a",
        "X-Spaced : a",
        ": a",
        "nothing",
        "X: a\tb",
        "X: a\u0000b",
        "X: a\u007Fb",
        "X: ä",
        "X: a\nY: b",
        "X: a\rY: b",
      })
  void whatIsUnusualIsLeftToTomcat(String header) {
    assertThat(read(with(header))).isNull();
  }

  @Test
  void whatIsNotAllThereIsLeftToTomcat() {
    for (int length = 0; length < USUAL.length(); length++) {
      assertThat(read(USUAL.substring(0, length))).as("%s signs", length).isNull();
    }
    assertThat(read(USUAL + "POST ")).as("with the next").isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/purchases HTTP/1.1",
        "post /v1/purchases HTTP/1.1",
        "POST /v1/purchases HTTP/1.0",
        "POST /v1/purchases",
        "POST HTTP/1.1",
        "POST  HTTP/1.1 HTTP/1.1x",
        "",
        "PRI * HTTP/2.0",
      })
  void whatIsOfAnotherKindIsLeftToTomcat(String line) {
    assertThat(read(USUAL.replace("POST /v1/purchases HTTP/1.1", line))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a/b", "ü", "a@b", ":", "-a", "a..b", "a:b", "a:1:2", ":80", "[::1]"})
  void aHostIsAHost(String host) {
    assertThat(read(USUAL.replace("shop.example:8080", host))).isNull();
    assertThat(read(USUAL.replace("Host: shop.example:8080\r\n", ""))).isNull();
  }

  @Test
  void aHostIsNotWithoutEnd() {
    assertThat(read(USUAL.replace("shop.example:8080", "a" + ".a".repeat(2_000)))).isNull();
    assertThat(read(USUAL.replace("shop.example:8080", "10.0.0.1"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "3", "-4", "+4", "4.0", "000004", "99999999999", "4, 4", "0x4"})
  void aLengthIsWhatCame(String length) {
    assertThat(read(USUAL.replace("Length: 4", "Length: " + length))).isNull();
  }

  @Test
  void headersAreNotWithoutNumber() {
    StringBuilder many = new StringBuilder("A: a");
    for (int at = 0; at < 60; at++) {
      many.append("\r\nX-").append(at).append(": a");
    }
    assertThat(read(with(many.toString()))).isNull();
  }

  private static String with(String header) {
    return USUAL.replace("X-Mine: a, b", header);
  }

  private static @Nullable PolledRequest read(String text) {
    byte[] sent = text.getBytes(StandardCharsets.UTF_8);
    return PolledRequest.of(sent, sent.length);
  }
}
