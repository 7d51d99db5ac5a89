package club.vafa.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Instants are read as the library reads them, whatever is written. */
class InstantsTests {
  private static final List<String> WRITTEN =
      List.of(
          "2026-11-27T04:31:10Z",
          "2026-11-27T04:31:10.5Z",
          "2026-11-27T04:31:10.Z",
          "2026-11-27T04:31:10.123456789+03:30",
          "2026-11-27T04:31:10-18:00",
          "2026-11-27T23:59:59+18:00",
          "2024-02-29T00:00:00Z",
          "0001-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999999999Z",
          "2026-11-27T04:31:10.Z",
          "2026-11-27T04:31Z",
          "2026-11-27t04:31:10z",
          "2026-11-27T04:31:10+03",
          "2026-11-27T04:31:10+03:30:15",
          "2026-11-27T04:31:10-00:00",
          "+12026-11-27T04:31:10Z");

  private static final List<String> WRONG =
      List.of(
          "",
          "2026",
          "2026-11-27",
          "2026-11-27T04:31:10",
          "2026-11-27 04:31:10Z",
          "2026-11-27T04:31:10.1234567890Z",
          "2026-02-30T04:31:10Z",
          "2025-02-29T04:31:10Z",
          "2026-13-01T04:31:10Z",
          "2026-11-27T24:00:00Z",
          "2026-11-27T04:60:10Z",
          "2026-11-27T04:31:60Z",
          "2026-11-27T04:31:10+18:01",
          "2026-11-27T04:31:10+19:00",
          "2026-11-27T04:31:10+03:60",
          "2026-11-27T04:31:10Z ",
          "2026-11-27T04:31:10ZZ",
          "2026-11-27T04:31:10[UTC]");

  @Test
  void whatIsATimeIsReadAndNothingElse() {
    assertThat(WRITTEN).allSatisfy(text -> assertThat(read(text)).isEqualTo(library(text)));
    assertThat(WRITTEN).noneMatch(text -> read(text).equals("none"));
    assertThat(WRONG).allSatisfy(text -> assertThat(read(text)).as(text).isEqualTo("none"));
    assertThat(WRONG).allSatisfy(text -> assertThat(library(text)).as(text).isEqualTo("none"));
  }

  @Test
  void aSignElsewhereChangesNothingInThat() {
    long seed = Long.getLong("vafa.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    String signs = "0123456789TZtz:.+- ";
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder(WRITTEN.get(random.nextInt(WRITTEN.size())));
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(text.length());
        char sign = signs.charAt(random.nextInt(signs.length()));
        switch (random.nextInt(4)) {
          case 0 -> text.insert(at, sign);
          case 1 -> text.deleteCharAt(at);
          default -> text.setCharAt(at, sign);
        }
      }
      assertThat(read(text.toString())).as(text + ", seed " + seed).isEqualTo(library(text));
    }
  }

  private static String read(String text) {
    try {
      return Instants.parse(text).toString();
    } catch (DateTimeException wrong) {
      return "none";
    }
  }

  private static String library(CharSequence text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeException wrong) {
      return "none";
    }
  }
}
