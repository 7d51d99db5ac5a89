package club.vafa.installation;

import club.vafa.kernel.ClubId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Hands many rows to one statement. */
@Component
public class Rows {
  private static final String COLUMNS =
      """
      select attname, atttypid from pg_attribute
      where attrelid = ?::regclass and attnum > 0 and not attisdropped
      order by attnum
      """;

  private final JdbcTemplate jdbc;

  /** The columns of each table in their order, which may differ between databases. */
  private final Map<String, SequencedMap<String, Integer>> orders = new ConcurrentHashMap<>();

  Rows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Runs a statement whose one parameter is the rows, as in {@code insert into room.thing select *
   * from unnest(?)}.
   *
   * @return how many rows were written
   */
  public <T> int write(String sql, RowType<T> type, ClubId club, List<T> rows) {
    Integer written =
        jdbc.execute((Connection connection) -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter(connection, type, club, rows));
            return statement.executeUpdate();
          }
        });
    return written == null ? 0 : written;
  }

  /** Asks with a statement whose one parameter is the rows. */
  public <T> void query(
      String sql, RowType<T> type, ClubId club, List<T> rows, RowCallbackHandler each) {
    jdbc.execute((Connection connection) -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, parameter(connection, type, club, rows));
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            each.processRow(row);
          }
        }
        return true;
      }
    });
  }

  /** Inserts the rows, none of which may be there already. */
  public <T> void insert(RowType<T> type, ClubId club, List<T> rows) {
    if (!rows.isEmpty()) {
      write(
          "insert into %1$s select * from unnest(?::%1$s[])".formatted(type.table()),
          type,
          club,
          rows);
    }
  }

  private <T> PGobject parameter(Connection connection, RowType<T> type, ClubId club, List<T> rows)
      throws SQLException {
    PgConnection physical = connection.unwrap(PgConnection.class);
    String table = type.table();
    SequencedMap<String, Integer> order = orders.get(table);
    if (order == null) {
      order = columns(connection, table);
      if (!type.fits(order)) {
        throw new IllegalStateException("the columns of " + table + " are " + order);
      }
      orders.put(table, order);
    }
    physical.getQueryExecutor().addBinarySendOid(physical.getTypeInfo().getPGType(table + "[]"));
    return new BinaryParameter(
        table + "[]", type.array(club, rows, physical.getTypeInfo().getPGType(table), order));
  }

  private static SequencedMap<String, Integer> columns(Connection connection, String table)
      throws SQLException {
    SequencedMap<String, Integer> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return columns;
  }
}
