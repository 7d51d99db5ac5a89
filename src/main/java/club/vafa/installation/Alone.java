package club.vafa.installation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this Vafa is the only one at work on its database, so that what it remembers of rows is
 * what stands there. Each counts its start; the one that found nobody there holds a lock for as
 * long as it lives, and is alone until another one counts.
 */
@Component
public class Alone implements AutoCloseable {
  private static final String BEGIN =
      """
      select nextval('installation.starts'),
        pg_try_advisory_lock(hashtextextended('installation.starts', 0))
      """;
  private static final long NOT_ALONE = -1;

  private final JdbcClient jdbc;
  private final Connection holding;
  private volatile long start;

  Alone(JdbcClient jdbc, Opening opening) throws SQLException {
    this.jdbc = jdbc;
    this.holding = opening.database().owner().connect();
    try (PreparedStatement begin = holding.prepareStatement(BEGIN);
        ResultSet row = begin.executeQuery()) {
      row.next();
      this.start = row.getBoolean(2) ? row.getLong(1) : NOT_ALONE;
    }
  }

  /** Asked in the transaction that relies on it; whoever is not alone once never is again. */
  public boolean now() {
    if (start == NOT_ALONE) {
      return false;
    }
    long last = jdbc.sql("select last_value from installation.starts").query(Long.class).single();
    if (last == start) {
      return true;
    }
    start = NOT_ALONE;
    // The other one found nobody when the connection that holds our lock was lost: now it knows.
    jdbc.sql("select nextval('installation.starts')").query(Long.class).single();
    return false;
  }

  @Override
  public void close() throws SQLException {
    holding.close();
  }
}
