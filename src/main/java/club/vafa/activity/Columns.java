package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays a multi-row insert unnests, column by column. */
final class Columns {
  private Columns() {}

  static <T> UUID[] uuids(List<T> rows, Function<T, @Nullable UUID> column) {
    UUID[] out = new UUID[rows.size()];
    for (int row = 0; row < out.length; row++) {
      out[row] = column.apply(rows.get(row));
    }
    return out;
  }

  static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    String[] out = new String[rows.size()];
    for (int row = 0; row < out.length; row++) {
      out[row] = column.apply(rows.get(row));
    }
    return out;
  }

  static <T> Long[] longs(List<T> rows, ToLongFunction<T> column) {
    Long[] out = new Long[rows.size()];
    for (int row = 0; row < out.length; row++) {
      out[row] = column.applyAsLong(rows.get(row));
    }
    return out;
  }

  static <T> Timestamp[] times(List<T> rows, Function<T, @Nullable Instant> column) {
    Timestamp[] out = new Timestamp[rows.size()];
    for (int row = 0; row < out.length; row++) {
      Instant at = column.apply(rows.get(row));
      out[row] = at == null ? null : Timestamp.from(at);
    }
    return out;
  }

  static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
    byte[][] out = new byte[rows.size()][];
    for (int row = 0; row < out.length; row++) {
      out[row] = column.apply(rows.get(row));
    }
    return out;
  }

  static @Nullable UUID value(@Nullable MemberId member) {
    return member == null ? null : member.value();
  }

  static @Nullable MemberId member(ResultSet row) throws SQLException {
    UUID id = row.getObject("member_id", UUID.class);
    return id == null ? null : new MemberId(id);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
