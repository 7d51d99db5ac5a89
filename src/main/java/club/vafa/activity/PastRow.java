package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the past as the database sent it. Which purchase of whom it is can be seen at once; the
 * rest is read where there is time for it.
 *
 * @param rest the other columns in PostgreSQL's binary form
 */
public record PastRow(UUID id, MemberId member, ByteBuffer rest) {
  private static final long EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long MICROS = 1_000_000;

  /** The row in full. */
  public PastPurchase read(LineReader lines) {
    ByteBuffer row = rest.duplicate();
    Instant at = time(number(row));
    long total = number(row);
    long discount = number(row);
    String branch = text(row, lines);
    String terminal = text(row, lines);
    int length = row.getInt();
    int start = row.arrayOffset() + row.position();
    var goods = lines.read(row.array(), start, start + length);
    row.position(row.position() + length);
    int left = row.getInt();
    String detail =
        left < 0
            ? null
            : new String(
                row.array(), row.arrayOffset() + row.position(), left, StandardCharsets.UTF_8);
    return new PastPurchase(id, member, at, total, discount, branch, terminal, goods, detail);
  }

  private static Instant time(long micros) {
    long second = Math.floorDiv(micros, MICROS);
    return Instant.ofEpochSecond(EPOCH_2000 + second, (micros - second * MICROS) * 1000);
  }

  private static long number(ByteBuffer row) {
    row.getInt();
    return row.getLong();
  }

  private static @Nullable String text(ByteBuffer row, LineReader lines) {
    int length = row.getInt();
    if (length < 0) {
      return null;
    }
    int start = row.arrayOffset() + row.position();
    row.position(row.position() + length);
    return lines.word(row.array(), start, start + length);
  }
}
