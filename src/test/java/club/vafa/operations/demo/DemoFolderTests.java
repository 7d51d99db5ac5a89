package club.vafa.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.installation.CannotStart;
import club.vafa.installation.Settings;
import club.vafa.operations.demo.DemoFolder.Kept;
import club.vafa.operations.demo.DemoFolder.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFolderTests {
  private static final Kept KEPT =
      new Kept(
          7,
          List.of(
              new Login("owner", "owner", "a-b"),
              new Login("manager", "manager", "c-d"),
              new Login("cashier", "cashier", "e-f")),
          "vafa_key",
          Duration.ofDays(3));

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsReadAgain() {
    DemoFolder demo = new DemoFolder(folder);
    assertThat(demo.kept()).isEmpty();
    demo.begin(7);
    assertThat(demo.kept()).isEmpty();
    demo.keep(KEPT);
    assertThat(demo.kept()).contains(KEPT);
    demo.keep(KEPT.ahead(Duration.ofDays(9)));
    assertThat(demo.kept().orElseThrow().ahead()).isEqualTo(Duration.ofDays(9));
  }

  @Test
  void onlyThisUserReadsIt() throws IOException {
    new DemoFolder(folder).keep(KEPT);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("demo.properties"))))
        .isEqualTo("rw-------");
    assertThat(KEPT.toString()).doesNotContain("vafa_key").doesNotContain("a-b");
  }

  @Test
  void theDemoHasAFolderOfItsOwn() {
    DemoStart start = DemoStart.of(settings(Map.of()), List.of());
    assertThat(start.settings().data()).isEqualTo(folder.resolve("data/demo"));
    assertThat(start.fresh()).isFalse();
  }

  @Test
  void whatWasBrokenOffIsStartedOver() {
    DemoFolder demo = new DemoFolder(folder.resolve("data/demo"));
    demo.begin(7);
    assertThat(DemoStart.of(settings(Map.of()), List.of()).fresh()).isTrue();
    demo.keep(KEPT);
    assertThat(DemoStart.of(settings(Map.of()), List.of()).fresh()).isFalse();
    assertThat(DemoStart.of(settings(Map.of()), List.of("--fresh")).fresh()).isTrue();
  }

  @Test
  void whatIsNoDemosIsNeverEmptied() {
    assertThat(DemoStart.of(settings(Map.of()), List.of("--fresh")).fresh()).isFalse();
  }

  @Test
  void aServerOfOnesOwnIsNeverEmptied() {
    new DemoFolder(folder.resolve("data/demo")).keep(KEPT);
    Settings own = settings(Map.of("VAFA_DATABASE_URL", "postgresql://ann@db/club"));
    assertThatThrownBy(() -> DemoStart.of(own, List.of("--fresh")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("empty the database");
  }

  @Test
  void aSeedIsTakenInBothSpellings() {
    assertThat(DemoOptions.read(List.of("--seed", "12"))).isEqualTo(new DemoOptions(12L, false));
    assertThat(DemoOptions.read(List.of("--fresh", "--seed=-3")))
        .isEqualTo(new DemoOptions(-3L, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seed", "--seed=x", "--frech", "now"})
  void whatIsNotKnownIsNamed(String word) {
    assertThatThrownBy(() -> DemoOptions.read(List.of(word)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(word.replaceFirst("=.*", ""));
  }

  private Settings settings(Map<String, String> environment) {
    return Settings.read(environment, folder);
  }
}
