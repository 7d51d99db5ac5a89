package club.vafa.installation;

import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How something becomes a row of a table. Many rows then travel to the database as one array of the
 * table's row type, in the database's own binary form: nothing is parsed on the other side, and
 * {@code unnest} turns the array into rows in one go. The column club_id is the club that is
 * written for; others not named here are null.
 */
public final class RowType<T> {
  private static final int BYTEA_OID = 17;
  private static final int BIGINT_OID = 20;
  private static final int INTEGER_OID = 23;
  private static final int SMALLINT_OID = 21;
  private static final int TEXT_OID = 25;
  private static final int TIMESTAMPTZ_OID = 1184;
  private static final int DATE_OID = 1082;
  private static final Elements<UUID> UUIDS =
      new Elements<>(BinaryRows.UUID_ARRAY_OID, BinaryRows.UUID_OID, BinaryRows::uuid);
  private static final Elements<String> TEXTS = new Elements<>(1009, TEXT_OID, BinaryRows::text);
  private static final Elements<Integer> INTEGERS =
      new Elements<>(1007, INTEGER_OID, BinaryRows::integer);
  private static final Elements<Long> BIGINTS =
      new Elements<>(1016, BIGINT_OID, BinaryRows::bigint);
  private static final int LARGEST_GUESS = 4096;

  private final String table;
  private final String insert;
  private final SequencedMap<String, Column<T>> columns = new LinkedHashMap<>();

  /** What a row took at most so far, on average of its batch: the next is not copied to grow. */
  private volatile int rowSize = 256;

  private record Column<T>(int oid, BiConsumer<T, BinaryRows> write) {}

  /** What an array is made of. */
  private record Elements<E>(int arrayOid, int oid, BiConsumer<BinaryRows, E> write) {}

  private RowType(String table) {
    this.table = table;
    this.insert = "insert into %1$s select * from unnest(?::%1$s[])".formatted(table);
  }

  /** Rows of a table, named with its schema. */
  public static <T> RowType<T> of(String table) {
    return new RowType<>(table);
  }

  public RowType<T> uuid(String column, Function<T, @Nullable UUID> value) {
    return with(column, BinaryRows.UUID_OID, (row, out) -> out.uuid(value.apply(row)));
  }

  public RowType<T> text(String column, Function<T, @Nullable String> value) {
    return with(column, TEXT_OID, (row, out) -> out.text(value.apply(row)));
  }

  public RowType<T> bytes(String column, Function<T, byte[]> value) {
    return with(column, BYTEA_OID, (row, out) -> out.bytes(value.apply(row)));
  }

  public RowType<T> bigint(String column, ToLongFunction<T> value) {
    return with(column, BIGINT_OID, (row, out) -> out.bigint(value.applyAsLong(row)));
  }

  public RowType<T> integer(String column, Function<T, @Nullable Integer> value) {
    return with(column, INTEGER_OID, (row, out) -> out.integer(value.apply(row)));
  }

  public RowType<T> smallint(String column, ToLongFunction<T> value) {
    return with(column, SMALLINT_OID, (row, out) -> out.smallint(value.applyAsLong(row)));
  }

  /** A timestamptz, cut to the microsecond. */
  public RowType<T> time(String column, Function<T, @Nullable Instant> value) {
    return with(column, TIMESTAMPTZ_OID, (row, out) -> out.time(value.apply(row)));
  }

  public RowType<T> date(String column, Function<T, LocalDate> value) {
    return with(column, DATE_OID, (row, out) -> out.date(value.apply(row)));
  }

  /** A {@code uuid[]}; nothing for an empty list, as for the arrays below. */
  public RowType<T> uuids(String column, Function<T, List<UUID>> values) {
    return with(column, UUIDS, values);
  }

  public RowType<T> texts(String column, Function<T, List<String>> values) {
    return with(column, TEXTS, values);
  }

  public RowType<T> integers(String column, Function<T, List<Integer>> values) {
    return with(column, INTEGERS, values);
  }

  public RowType<T> bigints(String column, Function<T, List<Long>> values) {
    return with(column, BIGINTS, values);
  }

  private <E> RowType<T> with(String column, Elements<E> type, Function<T, List<E>> values) {
    return with(
        column,
        type.arrayOid(),
        (row, out) -> {
          List<E> elements = values.apply(row);
          if (elements.isEmpty()) {
            out.none();
          } else {
            out.array(type.oid(), elements, type.write());
          }
        });
  }

  private RowType<T> with(String column, int oid, BiConsumer<T, BinaryRows> write) {
    columns.put(column, new Column<>(oid, write));
    return this;
  }

  String insert() {
    return insert;
  }

  /** Some rows of one club. */
  public Batch<T> rows(ClubId club, List<T> rows) {
    return new Batch<>(this, club, rows);
  }

  /** Rows of one club on their way to a table. */
  public record Batch<T>(RowType<T> type, ClubId club, List<T> rows) {
    String table() {
      return type.table;
    }

    /**
     * @param order the table's columns in their order there, each with the oid of its type
     */
    byte[] array(int rowOid, SequencedMap<String, Integer> order) {
      return type.array(this, rowOid, order);
    }
  }

  private byte[] array(Batch<T> batch, int rowOid, SequencedMap<String, Integer> order) {
    List<Column<T>> inOrder =
        order.entrySet().stream()
            .map(entry -> column(batch.club().value(), entry.getKey(), entry.getValue()))
            .toList();
    BinaryRows out = new BinaryRows(batch.rows().size(), rowOid, rowSize);
    for (T row : batch.rows()) {
      out.beginRow(inOrder.size());
      for (Column<T> column : inOrder) {
        out.column(column.oid());
        column.write().accept(row, out);
      }
      out.endRow();
    }
    byte[] bytes = out.bytes();
    int size = bytes.length / batch.rows().size() * 9 / 8;
    rowSize = Math.min(LARGEST_GUESS, Math.max(rowSize, size));
    return bytes;
  }

  private Column<T> column(UUID club, String name, int oid) {
    if (name.equals("club_id")) {
      return new Column<>(BinaryRows.UUID_OID, (_, out) -> out.uuid(club));
    }
    Column<T> column = columns.get(name);
    return column == null ? new Column<>(oid, (_, out) -> out.none()) : column;
  }

  boolean fits(SequencedMap<String, Integer> order) {
    return columns.entrySet().stream()
        .allMatch(
            column -> Integer.valueOf(column.getValue().oid()).equals(order.get(column.getKey())));
  }
}
