package club.vafa.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What PostgreSQL spends its time on, by statement, as its own extension counts it. */
record Statements(Server server) {
  private static final String LIBRARY = "pg_stat_statements";
  private static final int MOST = 22;
  private static final int WIDTH = 150;

  /** Loads or unloads the extension; true when the server must be started again for it. */
  boolean load(boolean wanted) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean loaded;
      try (ResultSet row = statement.executeQuery("show shared_preload_libraries")) {
        row.next();
        loaded = row.getString(1).contains(LIBRARY);
      }
      if (loaded == wanted) {
        if (wanted) {
          statement.execute("create extension if not exists " + LIBRARY);
        }
        return false;
      }
      statement.execute(
          wanted
              ? "alter system set shared_preload_libraries = '" + LIBRARY + "'"
              : "alter system reset shared_preload_libraries");
      return true;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void reset() {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The dearest statements since the reset, per item of the stage. */
  String dearest(long items) {
    Table table = new Table("µs/item", "calls/item", "µs/call", "rows/call", "B log/item", "");
    double perItem = Math.max(1, items);
    double all = 0;
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select query, calls, 1000 * total_exec_time as micros, rows, wal_bytes,
                       1000 * sum(total_exec_time) over () as everything
                  from pg_stat_statements
                 where query not like '%%pg_stat%%'
                 order by total_exec_time desc limit %d
                """
                    .formatted(MOST))) {
      while (row.next()) {
        double calls = row.getDouble("calls");
        all = row.getDouble("everything");
        table.row(
            Table.fixed(row.getDouble("micros") / perItem, 1),
            Table.fixed(calls / perItem, 3),
            Table.fixed(row.getDouble("micros") / calls, 0),
            Table.fixed(row.getDouble("rows") / calls, 1),
            Table.fixed(row.getDouble("wal_bytes") / perItem, 0),
            shortened(row.getString("query")));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return table + "  all statements: " + Table.fixed(all / perItem, 1) + " µs/item\n";
  }

  private static String shortened(String query) {
    String line = query.replaceAll("\\s+", " ").strip();
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
  }
}
