package club.vafa.installation;

import club.vafa.testing.Phones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/**
 * Databases for tests: one server for the whole test run, one template migrated once, and as many
 * clones of it as are asked for. The server is quick and forgetful (no fsync); its folder is kept
 * between runs, its databases are not.
 */
public final class TestDatabases {
  private static final String TEMPLATE = "vafa_template";

  /**
   * Of each application, which are kept until a run's end; the server takes a hundred of all of
   * them together.
   */
  private static final int CONNECTIONS = 4;

  private static final TestDatabases RUNNING = start();

  private final EmbeddedPostgres postgres;
  private final AtomicInteger clones = new AtomicInteger();

  private TestDatabases(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** The owner's login to a new database with every room's tables and no rows. */
  public static DatabaseLogin fresh() {
    String name = "vafa_test_" + RUNNING.clones.incrementAndGet();
    RUNNING.execute("create database %s template %s".formatted(name, TEMPLATE));
    return RUNNING.postgres.login(name);
  }

  /** Settings for an application on a new database, with a data folder of its own. */
  public static Settings freshSettings() {
    DatabaseLogin login = fresh();
    String name = login.url().substring(login.url().lastIndexOf('/') + 1);
    Path data = Path.of("target", "test-data", ProcessHandle.current().pid() + "-" + name);
    return new Settings(
        data.toAbsolutePath(),
        "127.0.0.1",
        0,
        login,
        0,
        CONNECTIONS,
        1_000_000,
        Phones.outgoing(),
        FirstClub.of(Map.of(), FirstClub.Machine.here()));
  }

  /** A pool on a database, as the application has it. */
  public static ClubDataSource pool(DatabaseLogin login) {
    return ClubDataSource.connect(login, CONNECTIONS);
  }

  private static TestDatabases start() {
    try {
      DataFolder folder = freeFolder();
      TestDatabases started =
          new TestDatabases(EmbeddedPostgres.start(EmbeddedPostgres.Options.in(folder, 0, false)));
      // Applications go first: without a database they would wait for one.
      SpringApplication.getShutdownHandlers().add(started::stop);
      started.dropOld();
      started.execute("create database " + TEMPLATE);
      DatabaseLogin template = started.postgres.login(TEMPLATE);
      DatabaseCheck.prepare(template);
      Migrations.run(template);
      return started;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Several test runs in one working copy take a folder each. */
  private static DataFolder freeFolder() {
    for (int number = 1; number < 8; number++) {
      try {
        return DataFolder.open(Path.of("target", "test-postgres-" + number).toAbsolutePath());
      } catch (CannotStart taken) {
        // The next number is tried.
      }
    }
    throw new IllegalStateException("Eight test runs at once in this working copy");
  }

  private void dropOld() {
    List<String> old = new ArrayList<>();
    try (Connection connection = postgres.login("postgres").connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select datname from pg_database where datname like 'vafa%'")) {
      while (rows.next()) {
        old.add(rows.getString(1));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    old.forEach(name -> execute("drop database " + name + " with (force)"));
  }

  private void execute(String sql) {
    try (Connection connection = postgres.login("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  private void stop() {
    try {
      postgres.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
