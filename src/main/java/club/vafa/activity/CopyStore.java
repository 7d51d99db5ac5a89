package club.vafa.activity;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what PostgreSQL copies out in its binary form, row by row, and keeps nothing. */
final class CopyStore {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};

  private CopyStore() {}

  /**
   * Hands over each row that begins with its first column, the length before each.
   *
   * @param rows a query, which takes no parameters here
   */
  static void read(JdbcTemplate jdbc, String rows, int columns, Consumer<ByteBuffer> each) {
    String sql = "copy (" + rows + ") to stdout (format binary)";
    jdbc.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              read(connection, sql, columns, each);
              return true;
            });
  }

  private static void read(
      Connection connection, String sql, int columns, Consumer<ByteBuffer> each)
      throws SQLException {
    CopyOut copy = connection.unwrap(PgConnection.class).getCopyAPI().copyOut(sql);
    try {
      boolean begun = false;
      byte[] bytes = copy.readFromCopy();
      while (bytes != null) {
        ByteBuffer row = ByteBuffer.wrap(bytes);
        if (!begun) {
          // The header travels with the first row: a signature, flags, an extension's length.
          row.position(SIGNATURE.length + Integer.BYTES);
          row.position(row.position() + Integer.BYTES + row.getInt(row.position()));
          begun = true;
        }
        if (row.getShort() == columns) {
          each.accept(row);
        }
        bytes = copy.readFromCopy();
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
