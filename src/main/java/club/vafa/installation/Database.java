package club.vafa.installation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The database Vafa works with: the PostgreSQL it brings, or the operator's own server. */
final class Database implements AutoCloseable {
  private static final String NAME = "vafa";

  private final DatabaseLogin owner;
  private final @Nullable EmbeddedPostgres embedded;

  private Database(DatabaseLogin owner, @Nullable EmbeddedPostgres embedded) {
    this.owner = owner;
    this.embedded = embedded;
  }

  static Database open(Settings settings, DataFolder data) throws IOException {
    if (settings.database() != null) {
      return checked(new Database(settings.database(), null));
    }
    Path folder = data.path().resolve("postgres");
    String password = data.postgresPassword();
    if (password == null && new PostgresCluster(folder).exists()) {
      throw new CannotStart(
          "%s holds a database but secrets.properties with its password is missing: put that file"
                  .formatted(data.path())
              + " back from a backup.");
    }
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            new EmbeddedPostgres.Options(
                folder,
                data.path(),
                data.path().resolve("logs"),
                settings.databasePort(),
                true,
                password == null ? data.newPostgresPassword() : password));
    try {
      createDatabase(postgres);
      return checked(new Database(postgres.login(NAME), postgres));
    } catch (RuntimeException failed) {
      postgres.close();
      throw failed;
    }
  }

  private static Database checked(Database database) {
    DatabaseCheck.prepare(database.owner);
    return database;
  }

  private static void createDatabase(EmbeddedPostgres postgres) {
    try (Connection connection = postgres.login("postgres").connect();
        Statement statement = connection.createStatement()) {
      var found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'");
      if (!found.next()) {
        statement.execute("create database " + NAME);
      }
    } catch (SQLException failed) {
      throw DatabaseCheck.unreachable(postgres.login("postgres"), failed);
    }
  }

  DatabaseLogin owner() {
    return owner;
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }
}
