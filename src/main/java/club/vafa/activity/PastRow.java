package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the past as the database sent it. Which purchase or event of whom it is can be seen at
 * once; the rest is read where there is time for it.
 *
 * @param event whether it is an event, and no purchase
 * @param rest the other columns in PostgreSQL's binary form
 */
public record PastRow(UUID id, MemberId member, boolean event, ByteBuffer rest) {
  private static final long EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long MICROS = 1_000_000;

  /** When it happened. */
  public Instant occurredAt() {
    return time(rest.getLong(rest.position() + Integer.BYTES));
  }

  /** The event in full. */
  public PastEvent event(LineReader words) {
    ByteBuffer row = rest.duplicate();
    Instant at = time(number(row));
    number(row);
    number(row);
    String type = Objects.requireNonNull(text(row, words));
    text(row, words);
    int length = row.getInt();
    int start = row.arrayOffset() + row.position();
    String attributes = new String(row.array(), start, length, StandardCharsets.UTF_8);
    return new PastEvent(id, member, at, type, attributes);
  }

  /** The purchase in full. */
  public PastPurchase purchase(LineReader lines) {
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
