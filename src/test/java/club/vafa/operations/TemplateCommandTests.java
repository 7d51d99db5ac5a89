package club.vafa.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The words behind {@code ./vafa template}. */
class TemplateCommandTests {
  private static TemplateOptions read(String words) {
    return TemplateOptions.read(List.of(words.split(" ")));
  }

  @Test
  void actionTradeAndFileStandInThisOrder() {
    TemplateOptions options =
        read("write cafe cafe.yaml --set basket=6.50 --set=expiry=6 --club one --language=fa");

    assertThat(options.action()).isEqualTo("write");
    assertThat(options.trade()).isEqualTo("cafe");
    assertThat(String.valueOf(options.file())).isEqualTo("cafe.yaml");
    assertThat(options.given()).containsEntry("basket", "6.50").containsEntry("expiry", "6");
    assertThat(options.club()).isEqualTo("one");
    assertThat(options.language().code()).isEqualTo("fa");
    assertThat(options.unknown()).isNull();
    assertThat(options.whole()).isTrue();
  }

  @Test
  void whatIsMissingIsNoticed() {
    assertThat(read("list").whole()).isTrue();
    assertThat(read("show").whole()).isFalse();
    assertThat(read("draft cafe").whole()).isTrue();
    assertThat(read("write cafe").whole()).isFalse();
    assertThat(read("--club one").whole()).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThat(read("paint cafe").unknown()).isEqualTo("paint");
    assertThat(read("draft cafe tea").unknown()).isEqualTo("tea");
    assertThat(read("draft cafe --set basket").unknown()).isEqualTo("basket");
    assertThat(read("draft cafe --colour red").unknown()).isEqualTo("--colour");
    assertThat(read("list cafe").unknown()).isEqualTo("cafe");
  }
}
