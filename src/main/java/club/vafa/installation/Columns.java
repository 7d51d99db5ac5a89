package club.vafa.installation;

import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays a multi-row insert unnests, column by column. */
public final class Columns {
  private Columns() {}

  /** A {@code uuid[]}. */
  public static <T> Object uuids(Collection<T> rows, Function<T, @Nullable UUID> column) {
    return BinaryRows.uuids(rows.stream().map(column));
  }

  public static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    @Nullable String[] out = new @Nullable String[rows.size()];
    for (int row = 0; row < out.length; row++) {
      out[row] = column.apply(rows.get(row));
    }
    return out;
  }

  public static <T> Long[] longs(List<T> rows, ToLongFunction<T> column) {
    Long[] out = new Long[rows.size()];
    for (int row = 0; row < out.length; row++) {
      out[row] = column.applyAsLong(rows.get(row));
    }
    return out;
  }

  /** Times as ISO texts: exact to the microsecond and free of the session's time zone. */
  public static <T> @Nullable String[] times(List<T> rows, Function<T, @Nullable Instant> column) {
    @Nullable String[] out = new @Nullable String[rows.size()];
    Instant before = null;
    for (int row = 0; row < out.length; row++) {
      Instant at = column.apply(rows.get(row));
      // Rows of one batch share times, and writing one out is dear.
      out[row] = at == null ? null : at.equals(before) ? out[row - 1] : at.toString();
      before = at;
    }
    return out;
  }

  public static @Nullable UUID value(@Nullable MemberId member) {
    return member == null ? null : member.value();
  }

  public static @Nullable MemberId member(ResultSet row) throws SQLException {
    UUID id = row.getObject("member_id", UUID.class);
    return id == null ? null : new MemberId(id);
  }

  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
