package club.vafa.installation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.PGobject;
import org.springframework.dao.OptimisticLockingFailureException;
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

  private static final ScopedValue<List<Waiting>> WAITING = ScopedValue.newInstance();

  private final JdbcTemplate jdbc;

  /** The columns of each type's table in their order, which may differ between databases. */
  private final Map<RowType<?>, SequencedMap<String, Integer>> orders = new ConcurrentHashMap<>();

  Rows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A statement that waits to be sent with others. */
  private record Waiting(String sql, RowType.Batch<?> batch, IntConsumer written) {}

  /**
   * What is written inside is sent at its end, all in one round trip. What reads it must come
   * later.
   */
  public void together(Runnable writing) {
    List<Waiting> waiting = new ArrayList<>();
    ScopedValue.where(WAITING, waiting).run(writing);
    if (!waiting.isEmpty()) {
      send(waiting);
    }
  }

  /**
   * Runs a statement whose one parameter is the rows, as in {@code insert into room.thing select *
   * from unnest(?)}. Without rows nothing is asked of the database.
   *
   * @param written told how many rows were written, as soon as it is known
   */
  public void write(String sql, RowType.Batch<?> batch, IntConsumer written) {
    Waiting statement = new Waiting(sql, batch, written);
    if (batch.rows().isEmpty()) {
      written.accept(0);
    } else if (WAITING.isBound()) {
      WAITING.get().add(statement);
    } else {
      send(List.of(statement));
    }
  }

  /**
   * The same, refused when fewer rows were written: somebody else wrote the others meanwhile.
   *
   * @throws OptimisticLockingFailureException when it is refused
   */
  public void writeAll(String sql, RowType.Batch<?> batch) {
    int wanted = batch.rows().size();
    write(
        sql,
        batch,
        written -> {
          if (written != wanted) {
            throw new OptimisticLockingFailureException(
                "%d of %d rows of %s were written by somebody else since they were read"
                    .formatted(wanted - written, wanted, batch.table()));
          }
        });
  }

  private void send(List<Waiting> waiting) {
    String all = waiting.stream().map(Waiting::sql).collect(Collectors.joining(";\n"));
    List<Integer> counts = new ArrayList<>(waiting.size());
    jdbc.execute((Connection connection) -> {
      try (PreparedStatement statement = connection.prepareStatement(all)) {
        for (int at = 0; at < waiting.size(); at++) {
          statement.setObject(at + 1, parameter(connection, waiting.get(at).batch()));
        }
        statement.execute();
        for (int at = 0; at < waiting.size(); at++) {
          counts.add(statement.getUpdateCount());
          statement.getMoreResults();
        }
        return true;
      }
    });
    for (int at = 0; at < waiting.size(); at++) {
      waiting.get(at).written().accept(counts.get(at));
    }
  }

  /** Asks with a statement whose one parameter is the rows. */
  public void query(String sql, RowType.Batch<?> batch, RowCallbackHandler each) {
    jdbc.execute((Connection connection) -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, parameter(connection, batch));
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
  public void insert(RowType.Batch<?> batch) {
    write(batch.type().insert(), batch, _ -> {});
  }

  private PGobject parameter(Connection connection, RowType.Batch<?> batch) throws SQLException {
    PgConnection physical = connection.unwrap(PgConnection.class);
    String table = batch.table();
    SequencedMap<String, Integer> order = orders.get(batch.type());
    if (order == null) {
      order = columns(connection, table);
      if (!batch.type().fits(order)) {
        throw new IllegalStateException("the columns of " + table + " are " + order);
      }
      orders.put(batch.type(), order);
    }
    physical.getQueryExecutor().addBinarySendOid(physical.getTypeInfo().getPGType(table + "[]"));
    return new BinaryParameter(
        table + "[]", batch.array(physical.getTypeInfo().getPGType(table), order));
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
