package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {
  @TempDir private Path folder;

  @Test
  void withoutAnySettingVafaBringsItsOwnDatabaseAndAnswersThisMachineOnly() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new Settings(
                folder.resolve("data"),
                "127.0.0.1",
                8080,
                null,
                0,
                16,
                1_000_000,
                Outgoing.NOTHING,
                FirstClub.of(Map.of(), FirstClub.Machine.here())));
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    write(folder.resolve("vafa.properties"), "port = 9000\nbind = 0.0.0.0\n");
    Settings settings = read(Map.of("VAFA_PORT", "9001"));
    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.bind()).isEqualTo("0.0.0.0");
  }

  @Test
  void howMuchOneKeyMayAskIsASetting() throws IOException {
    write(folder.resolve("vafa.properties"), "api.requests.per.minute = 600");
    assertThat(read(Map.of()).requestsPerMinute()).isEqualTo(600);
    assertThat(read(Map.of("VAFA_API_REQUESTS_PER_MINUTE", "60")).requestsPerMinute())
        .isEqualTo(60);
  }

  @Test
  void theFileIsFoundInTheDataFolderToo() throws IOException {
    write(folder.resolve("kept/vafa.properties"), "port=9000");
    assertThat(read(Map.of("VAFA_DATA", "kept")).port()).isEqualTo(9000);
  }

  @Test
  void theFileIsFoundWhereItIsNamed() throws IOException {
    write(folder.resolve("other.properties"), "port=9000");
    assertThat(read(Map.of("VAFA_CONFIG", "other.properties")).port()).isEqualTo(9000);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:s%40cret@db:5433/club, jdbc:postgresql://db:5433/club, ann, s@cret",
    "postgres://ann@db/club?sslmode=require, jdbc:postgresql://db/club?sslmode=require, ann,",
    "jdbc:postgresql://db/club?user=ann, jdbc:postgresql://db/club?user=ann, ann,",
  })
  void bothSpellingsOfAnAddressAreUnderstood(
      String url, String jdbc, String user, String password) {
    assertThat(read(Map.of("VAFA_DATABASE_URL", url)).database())
        .isEqualTo(new DatabaseLogin(jdbc, user, password));
  }

  @ParameterizedTest
  @CsvSource({
    "VAFA_PORT,          80a,                        'port (VAFA_PORT) is \"80a\"'",
    "VAFA_PORT,          70000,                      from 1 to 65535",
    "VAFA_PORT,          0,                          from 1 to 65535",
    "VAFA_DATABASE_PORT, -1,                         database.port (VAFA_DATABASE_PORT)",
    "VAFA_DATABASE_POOL, 1,                          from 2 to 500",
    "VAFA_API_REQUESTS_PER_MINUTE, 0,                from 1 to 2000000000",
    "VAFA_DATABASE_URL,  mysql://db/club,            not a PostgreSQL address",
    "VAFA_DATABASE_URL,  postgresql://db,            not a PostgreSQL address",
    "VAFA_DATABASE_URL,  postgresql:///club,         not a PostgreSQL address",
    "VAFA_DATABASE_URL,  jdbc:postgresql://db:x/c,   not a PostgreSQL address",
    "VAFA_DATABASE_URL,  jdbc:postgresql://db/,      not a PostgreSQL address",
    "VAFA_DATABASE_URL,  postgresql://db/club,       database.user is not",
    "VAFA_DATABASE_USER, ann,                        database.url is not",
    "VAFA_DATABSE_URL,   postgresql://db/club,       VAFA_DATABSE_URL is not a setting of Vafa",
    "VAFA_CONFIG,        absent.properties,          absent.properties",
  })
  void aWrongSettingIsRefusedByName(String name, String value, String sentence) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void anUnknownSettingInTheFileIsRefusedByName() throws IOException {
    write(folder.resolve("vafa.properties"), "prot=9000");
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("unknown setting \"prot\"");
  }

  @Test
  void aPortForTheOwnDatabaseContradictsAnAddress() {
    assertThatThrownBy(() ->
            read(
                Map.of("VAFA_DATABASE_URL", "postgresql://a:b@db/c", "VAFA_DATABASE_PORT", "5433")))
        .hasMessageContaining("remove database.port");
  }

  @Test
  void aPasswordIsNeverShown() {
    assertThat(new DatabaseLogin("jdbc:postgresql://db/c?password=secret", "ann", "secret"))
        .hasToString("ann at jdbc:postgresql://db/c");
  }

  @Test
  void aDataFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("data"));
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("VAFA_DATA");
  }

  @Test
  void aDataFolderServesOneVafa() throws IOException {
    try (DataFolder first = DataFolder.open(folder)) {
      assertThatThrownBy(() -> DataFolder.open(first.path()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another Vafa (process " + ProcessHandle.current().pid() + ")");
    }
    DataFolder.open(folder).close();
  }

  private Settings read(Map<String, String> environment) {
    return Settings.read(environment, folder);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
