package club.vafa.installation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The data folder and the database Vafa works with, checked and migrated: the PostgreSQL it brings,
 * or the operator's own server.
 */
final class Database implements AutoCloseable {
  private static final String NAME = "vafa";

  private final DataFolder data;
  private final DatabaseLogin owner;
  private final @Nullable EmbeddedPostgres embedded;

  private Database(DataFolder data, DatabaseLogin owner, @Nullable EmbeddedPostgres embedded) {
    this.data = data;
    this.owner = owner;
    this.embedded = embedded;
  }

  static Database open(Settings settings, boolean fresh) throws IOException {
    DataFolder data = DataFolder.open(settings.data());
    Database database;
    try {
      database = connect(settings, data);
    } catch (IOException | RuntimeException failed) {
      data.close();
      throw failed;
    }
    try {
      database.prepare(fresh);
      return database;
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  private static Database connect(Settings settings, DataFolder data) throws IOException {
    if (settings.database() != null) {
      return new Database(data, settings.database(), null);
    }
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(EmbeddedPostgres.Options.in(data, settings.databasePort(), true));
    return new Database(data, postgres.login(NAME), postgres);
  }

  private void prepare(boolean fresh) {
    if (embedded != null) {
      createDatabase(embedded.login("postgres"), fresh);
    } else if (fresh) {
      throw new CannotStart(
          "Vafa does not empty a server that is not its own: make an empty database for it.");
    }
    DatabaseCheck.prepare(owner);
    Migrations.run(owner);
  }

  private static void createDatabase(DatabaseLogin login, boolean fresh) {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      if (fresh) {
        statement.execute("drop database if exists " + NAME + " with (force)");
      }
      var found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'");
      if (!found.next()) {
        statement.execute("create database " + NAME);
      }
    } catch (SQLException failed) {
      throw DatabaseCheck.unreachable(login, failed);
    }
  }

  DatabaseLogin owner() {
    return owner;
  }

  @Override
  public void close() throws IOException {
    try {
      if (embedded != null) {
        embedded.close();
      }
    } finally {
      data.close();
    }
  }
}
