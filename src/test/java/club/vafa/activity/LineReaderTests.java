package club.vafa.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Lines as the database keeps them, read by hand. */
class LineReaderTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final LineReader reader = new LineReader();

  private static PurchaseLine line(String sku, String category, Long price, Long cost) {
    return new PurchaseLine(sku, "", category, 1500, price, -3, cost, 7, Long.MAX_VALUE);
  }

  private List<PurchaseLine> read(String json) {
    byte[] bytes = ("x" + json + "y").getBytes(UTF_8);
    return reader.read(bytes, 1, bytes.length - 1);
  }

  @Test
  void readsWhatWasWritten() {
    List<PurchaseLine> lines =
        List.of(
            line("A-1", "coffee", 10L, 5L),
            line("A-1", "coffee", null, null),
            line("say \"hi\" \\ / \n\t\r\b\f\u0001", "", 1L, null),
            line("قهوه", "نوشیدنی", null, 2L),
            line("☕😀", "é", 0L, 0L));

    assertThat(read(JSON.writeValueAsString(lines))).isEqualTo(lines);
  }

  @Test
  void readsNoLines() {
    assertThat(read("[]")).isEmpty();
  }

  @Test
  void leavesOutTheNamesOfGoods() {
    PurchaseLine named = new PurchaseLine("A", "Say \"A\", [1]", "c", 1, 2L, 3, 4L, 5, 6);

    assertThat(read(JSON.writeValueAsString(List.of(named))))
        .containsExactly(new PurchaseLine("A", "", "c", 1, 2L, 3, 4L, 5, 6));
  }

  @Test
  void theSameWordsAreTheSameText() {
    String json = JSON.writeValueAsString(List.of(line("A", "b", null, null)));

    assertThat(read(json).getFirst().sku()).isSameAs(read(json).getFirst().sku());
  }

  @Test
  void whatIsNoLineIsSaidAloud() {
    assertThatThrownBy(() -> read("[{\"sku\":\"A\"}]")).hasMessageContaining("not as they are");
    assertThatThrownBy(() -> read("[[\"A\",\"\",\"c\",x]]")).hasMessageContaining("not as they");
  }
}
