package club.vafa.installation;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database Vafa brings, with everything durable, under the kills it must survive. */
class EmbeddedPostgresModuleTests {
  @TempDir private Path folder;

  @Test
  void dataIsKeptOverStopAndStart() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      execute(postgres, "create table kept as select 7 as number");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      assertThat(value(postgres, "select number from kept")).isEqualTo("7");
    }
  }

  @Test
  void nothingAboutItIsForTestsOnly() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      assertThat(value(postgres, "show fsync")).isEqualTo("on");
      assertThat(value(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(value(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(value(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(value(postgres, "show server_encoding")).isEqualTo("UTF8");
      DatabaseLogin right = postgres.login("postgres");
      assertThatThrownBy(() -> new DatabaseLogin(right.url(), right.user(), "guess").connect())
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void thePoolRecoversAfterTheServerIsKilledAndNothingAcknowledgedIsLost() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      DatabaseCheck.prepare(postgres.login("postgres"));
      execute(postgres, "create table kept (number int); grant all on kept to vafa_app");
      try (ClubDataSource pool = ClubDataSource.connect(postgres.login("postgres"), 2)) {
        JdbcClient sql = JdbcClient.create(pool);
        sql.sql("insert into kept values (1)").update();
        long killed = kill(folder.resolve("postgres"));
        await()
            .atMost(Duration.ofSeconds(20))
            .ignoreExceptions()
            .until(() -> sql.sql("insert into kept values (2)").update() == 1);
        assertThat(sql.sql("select min(number) from kept").query(Integer.class).single())
            .isEqualTo(1);
        assertThat(new PostgresCluster(folder.resolve("postgres")).running().orElseThrow().pid())
            .isNotEqualTo(killed);
      }
    }
  }

  @Test
  void theServerOfAKilledVafaIsTakenOver() throws Exception {
    Process vafa = vafaThatWritesOneRow();
    long orphan = new PostgresCluster(folder.resolve("postgres")).running().orElseThrow().pid();
    vafa.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      assertThat(value(postgres, "select number from kept")).isEqualTo("7");
      // It may wait as a zombie for its new parent, so its program is asked for, not its number.
      assertThat(ProcessHandle.of(orphan).flatMap(it -> it.info().command())).isEmpty();
    }
  }

  @Test
  void aProcessNumberReusedByAnotherProgramIsLeftAlone() throws Exception {
    EmbeddedPostgres.start(options()).close();
    Path pid = folder.resolve("postgres").resolve("postmaster.pid");
    Files.writeString(pid, ProcessHandle.current().pid() + "\n" + folder + "\n");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options())) {
      assertThat(value(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aFolderOfAnotherVersionIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("made by PostgreSQL 17");
  }

  @Test
  void thePasswordIsKeptForThisUserOnly() throws IOException {
    try (DataFolder data = DataFolder.open(folder)) {
      String password = data.newPostgresPassword();
      assertThat(data.postgresPassword()).isEqualTo(password);
      assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
          .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
    }
  }

  private EmbeddedPostgres.Options options() {
    return options(folder);
  }

  private static EmbeddedPostgres.Options options(Path folder) {
    return new EmbeddedPostgres.Options(
        folder.resolve("postgres"),
        Path.of("target").toAbsolutePath(),
        folder.resolve("logs"),
        0,
        true,
        "open sesame");
  }

  private static long kill(Path cluster) throws IOException {
    long pid = new PostgresCluster(cluster).running().orElseThrow().pid();
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    return pid;
  }

  private Process vafaThatWritesOneRow() throws IOException {
    Process vafa =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader answer = vafa.inputReader();
    String line = answer.readLine();
    while (line != null && !line.equals("written")) {
      line = answer.readLine();
    }
    assertThat(line).isEqualTo("written");
    return vafa;
  }

  /** A Vafa reduced to its database, in a process of its own that the test kills. */
  static final class Killed {
    public static void main(String[] arguments) throws Exception {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(options(Path.of(arguments[0])));
      execute(postgres, "create table kept as select 7 as number");
      System.out.println("written");
      Thread.currentThread().join();
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.login("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(EmbeddedPostgres postgres, String query) throws SQLException {
    try (Connection connection = postgres.login("postgres").connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
