package club.vafa.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.RawHttp;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** However a sale is mangled on its way: it is answered or hung up on, and no fault of ours. */
@StoryTest
@Import(TestClub.class)
class MangledRequestsStoryTests {
  private static final int REQUESTS = 600;
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          " ",
          ":",
          "*",
          "\u0000",
          "\u00FF",
          "POST ",
          " HTTP/1.1",
          "Transfer-Encoding: chunked\r\n",
          "Content-Length: 3\r\n",
          "Expect: 100-continue\r\n",
          "a".repeat(9_000));

  private final SplittableRandom random = new SplittableRandom(40);
  private final TestClub clubs;
  @LocalServerPort private int port;

  MangledRequestsStoryTests(TestClub clubs) {
    this.clubs = clubs;
  }

  @Test
  void everybodyHearsSomething() {
    Club club = clubs.cafe();
    String key = clubs.key(club);
    int sold = 0;
    for (int number = 0; number < REQUESTS; number++) {
      String request = mangled(RawHttp.post("/v1/purchases", key, sale(number), "Accept: */*"));
      String heard = heard(request);
      assertThat(heard).as(request).doesNotStartWith("HTTP/1.1 500");
      sold += heard.startsWith("HTTP/1.1 201") ? 1 : 0;
    }
    assertThat(sold).isBetween(REQUESTS / 10, REQUESTS);
    try (RawHttp line = new RawHttp(port)) {
      line.send(RawHttp.post("/v1/purchases", key, sale(REQUESTS)));
      assertThat(line.answer().status()).isEqualTo(201);
    }
  }

  private static String sale(int number) {
    return """
    {"source":"till","externalId":"%d","currency":"EUR","lines":[{"sku":"a","amount":"1.00"}]}
    """
        .formatted(number)
        .strip();
  }

  private String mangled(String request) {
    StringBuilder text = new StringBuilder(request);
    for (int times = random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
        case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.setLength(at);
      }
      text.append(text.isEmpty() ? "P" : "");
    }
    return text.toString();
  }

  /** All that comes back; nothing when the connection is cut. */
  private String heard(String request) {
    try (RawHttp line = new RawHttp(port)) {
      return line.send(request).end().rest();
    } catch (UncheckedIOException cut) {
      assertThat(cut).hasCauseInstanceOf(SocketException.class);
      return "";
    }
  }
}
