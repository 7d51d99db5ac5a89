package club.vafa.installation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an array of rows as PostgreSQL reads it in binary: {@code array_recv} for the whole,
 * {@code record_recv} for each row.
 */
final class BinaryRows {
  static final int UUID_OID = 2950;
  static final int UUID_ARRAY_OID = 2951;
  private static final int NULL = -1;
  private static final int FIRST_SIZE = 256;
  private static final int HEAD = 6 * Integer.BYTES;
  private static final long EPOCH_SECONDS = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAYS = LocalDate.of(2000, 1, 1).toEpochDay();

  private ByteBuffer out;
  private int rowAt;

  BinaryRows(int rows, int rowOid) {
    this(rows, rowOid, FIRST_SIZE);
  }

  /**
   * @param rowSize about how many bytes a row will take
   */
  BinaryRows(int rows, int rowOid, int rowSize) {
    out = ByteBuffer.allocate(rowSize * (rows + 1));
    head(rowOid, rows);
  }

  static BinaryParameter uuids(Stream<? extends @Nullable UUID> values) {
    List<? extends @Nullable UUID> all = values.toList();
    BinaryRows out = new BinaryRows(all.size(), UUID_OID);
    all.forEach(out::uuid);
    return new BinaryParameter("_uuid", out.bytes());
  }

  void beginRow(int columns) {
    room(2 * Integer.BYTES);
    rowAt = out.position();
    out.putInt(0).putInt(columns);
  }

  void endRow() {
    out.putInt(rowAt, out.position() - rowAt - Integer.BYTES);
  }

  void column(int oid) {
    room(Integer.BYTES);
    out.putInt(oid);
  }

  void none() {
    begin(NULL);
  }

  void uuid(@Nullable UUID value) {
    if (begin(value == null ? NULL : 2 * Long.BYTES) && value != null) {
      out.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }
  }

  void text(@Nullable String value) {
    if (value == null) {
      none();
    } else {
      bytes(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  void bytes(byte[] value) {
    begin(value.length);
    out.put(value);
  }

  void bigint(long value) {
    begin(Long.BYTES);
    out.putLong(value);
  }

  void integer(@Nullable Integer value) {
    if (begin(value == null ? NULL : Integer.BYTES) && value != null) {
      out.putInt(value);
    }
  }

  void smallint(long value) {
    begin(Short.BYTES);
    if (value != (short) value) {
      throw new ArithmeticException(value + " is no smallint");
    }
    out.putShort((short) value);
  }

  void time(@Nullable Instant value) {
    if (begin(value == null ? NULL : Long.BYTES) && value != null) {
      long seconds = Math.multiplyExact(value.getEpochSecond() - EPOCH_SECONDS, 1_000_000L);
      out.putLong(Math.addExact(seconds, value.getNano() / 1_000));
    }
  }

  void date(LocalDate value) {
    begin(Integer.BYTES);
    out.putInt(Math.toIntExact(value.toEpochDay() - EPOCH_DAYS));
  }

  /** An array of one dimension. */
  <E> void array(int elementOid, List<E> elements, BiConsumer<BinaryRows, E> write) {
    room(HEAD);
    int lengthAt = out.position();
    out.putInt(0);
    head(elementOid, elements.size());
    elements.forEach(element -> write.accept(this, element));
    out.putInt(lengthAt, out.position() - lengthAt - Integer.BYTES);
  }

  private void head(int elementOid, int elements) {
    // Dimensions, a flag that is not looked at, the element's type, how many, the first index.
    out.putInt(1).putInt(0).putInt(elementOid).putInt(elements).putInt(1);
  }

  byte[] bytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  private boolean begin(int length) {
    room(Integer.BYTES + Math.max(0, length));
    out.putInt(length);
    return length != NULL;
  }

  private void room(int bytes) {
    if (out.remaining() < bytes) {
      int size = Math.max(2 * out.capacity(), out.position() + bytes);
      out = ByteBuffer.wrap(Arrays.copyOf(out.array(), size)).position(out.position());
    }
  }
}
