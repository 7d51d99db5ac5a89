package club.vafa.installation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes sure that a server can carry Vafa before anything is written to it, and that the role the
 * application works as exists and cannot look over the walls between clubs.
 */
final class DatabaseCheck {
  static final String ROLE = "vafa_app";
  private static final int OLDEST = 15;

  private DatabaseCheck() {}

  static void prepare(DatabaseLogin owner) {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      requireVersion(statement);
      requireCreate(statement);
      requireRole(statement, owner);
    } catch (SQLException failed) {
      throw unreachable(owner, failed);
    }
  }

  private static void requireVersion(Statement statement) throws SQLException {
    int version = Integer.parseInt(value(statement, "show server_version_num")) / 10_000;
    if (version < OLDEST) {
      throw new CannotStart(
          "database.url points to PostgreSQL %d: Vafa needs version %d or later."
              .formatted(version, OLDEST));
    }
    String encoding = value(statement, "show server_encoding");
    if (!encoding.equals("UTF8")) {
      throw new CannotStart(
          "database.url points to a database encoded in %s: make one with ENCODING 'UTF8'."
              .formatted(encoding));
    }
  }

  private static void requireCreate(Statement statement) throws SQLException {
    if (!yes(statement, "select has_database_privilege(current_database(), 'CREATE')")) {
      throw new CannotStart(
          "The user in database.user may not create schemas: run GRANT CREATE ON DATABASE %s TO %s."
              .formatted(
                  value(statement, "select quote_ident(current_database())"),
                  value(statement, "select quote_ident(current_user)")));
    }
  }

  /** Roles belong to the server, not to the database: a moved database may find none. */
  private static void requireRole(Statement statement, DatabaseLogin owner) throws SQLException {
    if (!yes(statement, "select exists (select from pg_roles where rolname = '" + ROLE + "')")) {
      createRole(statement);
    }
    if (yes(
        statement,
        "select rolsuper or rolbypassrls from pg_roles where rolname = '" + ROLE + "'")) {
      throw new CannotStart(
          "The role %1$s may bypass row security: run ALTER ROLE %1$s NOSUPERUSER NOBYPASSRLS."
              .formatted(ROLE));
    }
    try {
      statement.execute("set role " + ROLE);
      statement.execute("reset role");
    } catch (SQLException refused) {
      throw new CannotStart(
          "The user %1$s may not work as the role %2$s: run GRANT %2$s TO %1$s."
              .formatted(owner.user(), ROLE),
          refused);
    }
  }

  private static void createRole(Statement statement) throws SQLException {
    try {
      statement.execute(
          """
          do $$ begin
            create role vafa_app nologin;
            grant vafa_app to current_user;
          exception when duplicate_object or unique_violation then null; end $$
          """);
    } catch (SQLException refused) {
      throw new CannotStart(
          "The user in database.user may not create the role %1$s that Vafa works as: run CREATE"
                  .formatted(ROLE)
              + " ROLE %s NOLOGIN; GRANT %s TO %s; as an administrator."
                  .formatted(ROLE, ROLE, value(statement, "select quote_ident(current_user)")),
          refused);
    }
  }

  static CannotStart unreachable(DatabaseLogin owner, SQLException failed) {
    String state = failed.getSQLState() == null ? "" : failed.getSQLState();
    String sentence =
        switch (state) {
          case "28P01", "28000", "08004" ->
              "The database server refuses %s: correct database.user and database.password.";
          case "3D000" -> "There is no such database (%s): create it, or correct database.url.";
          case "08001", "08006", "08000" ->
              "The database server does not answer (%s): start it, or correct database.url.";
          default -> "The database cannot be used (%s): " + failed.getMessage();
        };
    return new CannotStart(sentence.formatted(owner), failed);
  }

  private static boolean yes(Statement statement, String query) throws SQLException {
    return value(statement, query).equals("t");
  }

  private static String value(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
