package club.vafa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTests {
  private final Answer answer = new Answer();

  @Test
  void readsABodyOfAnnouncedLength() {
    assertThat(wholeAfter("HTTP/1.1 201 \r\nContent-Length: 5\r\n\r\nhello")).isTrue();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("hello");
  }

  @Test
  void readsChunks() {
    String text =
        "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\nA\r\nlo to you!\r\n";
    assertThat(wholeAfter(text)).isFalse();
    assertThat(more("0\r\n\r\n")).isTrue();
    assertThat(answer.body()).isEqualTo("hello to you!");
  }

  @Test
  void readsAnAnswerThatComesByteForByte() {
    String text = "HTTP/1.1 200 \r\nDate: today\r\ncontent-length: 2\r\n\r\nok";
    answer.expect(true);
    for (int at = 0; at < text.length() - 1; at++) {
      assertThat(more(text.substring(at, at + 1))).isFalse();
    }
    assertThat(more("k")).isTrue();
    assertThat(answer.body()).isEqualTo("ok");
  }

  @Test
  void keepsTheBodyOfARefusalUnasked() {
    answer.expect(false);
    assertThat(more("HTTP/1.1 422 \r\nContent-Length: 2\r\n\r\nno")).isTrue();
    assertThat(answer.body()).isEqualTo("no");
    answer.expect(false);
    assertThat(more("HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok")).isTrue();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void seesThatTheServerCloses() {
    assertThat(wholeAfter("HTTP/1.1 200 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
        .isTrue();
    assertThat(answer.closing()).isTrue();
  }

  @Test
  void anAnswerWithoutBodyIsWholeAfterItsHead() {
    assertThat(wholeAfter("HTTP/1.1 204 \r\nDate: today\r\n\r\n")).isTrue();
  }

  private boolean wholeAfter(String text) {
    answer.expect(true);
    return more(text);
  }

  private boolean more(String text) {
    return answer.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
