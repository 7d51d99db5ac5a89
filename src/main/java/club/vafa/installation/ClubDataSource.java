package club.vafa.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool every room works with. Its connections work as the role without ownership, and each is
 * told whose data it may touch when it is lent for another club than last time.
 */
final class ClubDataSource extends DelegatingDataSource implements AutoCloseable {
  /**
   * Everything on the way of a sale looks up a few rows by their key. A plan made while a table was
   * small would read it whole, or keep all its rows to compare, for as long as the connection
   * lives, so that is not considered; work over all rows asks for it, see {@link WideReading}.
   */
  private static final String BY_KEY =
      "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; "
          + "set enable_material = off; ";

  /**
   * What each physical connection was last told. It is told while no transaction is open (the pool
   * lends in auto-commit), so a rollback never takes it back.
   */
  private final Map<PgConnection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

  private final HikariDataSource pool;

  ClubDataSource(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
  }

  static ClubDataSource connect(DatabaseLogin owner, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("vafa");
    config.setJdbcUrl(owner.url());
    config.setUsername(owner.user());
    config.setPassword(owner.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(10_000);
    config.setConnectionInitSql(
        "set time zone 'UTC'; " + BY_KEY + "set role " + DatabaseCheck.ROLE);
    config.addDataSourceProperty("ApplicationName", "vafa");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty(
        "binaryTransferEnable", Integer.toString(BinaryRows.UUID_ARRAY_OID));
    return new ClubDataSource(new HikariDataSource(config));
  }

  @Override
  public Connection getConnection() throws SQLException {
    NoWaiting.check();
    Connection connection = pool.getConnection();
    try {
      tell(connection, ClubScope.setting());
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  private void tell(Connection connection, String setting) throws SQLException {
    PgConnection physical = connection.unwrap(PgConnection.class);
    if (setting.equals(told.get(physical))) {
      return;
    }
    told.remove(physical);
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('vafa.club', ?, false)")) {
      statement.setString(1, setting);
      statement.execute();
    }
    told.put(physical, setting);
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("The pool works as one role");
  }

  @Override
  public void close() {
    pool.close();
  }
}
