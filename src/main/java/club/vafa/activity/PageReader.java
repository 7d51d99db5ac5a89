package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a page that {@link PageWriter} wrote, one member after the other. */
final class PageReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final @Nullable String[] words;
  private int at;
  private @Nullable MemberId member;

  PageReader(byte[] bytes) {
    this.bytes = bytes;
    count();
    this.words = new @Nullable String[(int) count() + 1];
    for (int word = 1; word < words.length; word++) {
      words[word] = text();
    }
    turn();
  }

  /** How many purchases are in a page. */
  static int purchases(byte[] page) {
    long value = 0;
    for (int at = 0; ; at++) {
      value |= (page[at] & 0x7FL) << (7 * at);
      if (page[at] >= 0) {
        return (int) value;
      }
    }
  }

  /** Whose purchases come next; nobody's at the end. */
  @Nullable MemberId member() {
    return member;
  }

  private void turn() {
    member = at == bytes.length ? null : new MemberId(id());
  }

  /** Adds the purchases of the member whose turn it is, and turns to the next. */
  void read(List<PastPurchase> to) {
    MemberId own = Objects.requireNonNull(member);
    long count = count();
    for (long next = 0; next < count; next++) {
      to.add(purchase(own));
    }
    turn();
  }

  private PastPurchase purchase(MemberId own) {
    UUID id = id();
    Instant occurredAt = time(number());
    long total = number();
    long discount = number();
    String branch = words[(int) count()];
    String terminal = words[(int) count()];
    int count = (int) count();
    List<PurchaseLine> lines = new ArrayList<>(count);
    for (int next = 0; next < count; next++) {
      lines.add(line());
    }
    return new PastPurchase(id, own, occurredAt, total, discount, branch, terminal, lines, text());
  }

  private PurchaseLine line() {
    String sku = Objects.requireNonNull(words[(int) count()]);
    String category = Objects.requireNonNull(words[(int) count()]);
    return new PurchaseLine(
        sku, "", category, number(), maybe(), number(), maybe(), number(), number());
  }

  private static Instant time(long micros) {
    long second = Math.floorDiv(micros, PageWriter.MICROS);
    return Instant.ofEpochSecond(second, (micros - second * PageWriter.MICROS) * 1000);
  }

  private UUID id() {
    UUID id = new UUID((long) LONGS.get(bytes, at), (long) LONGS.get(bytes, at + Long.BYTES));
    at += 2 * Long.BYTES;
    return id;
  }

  private long count() {
    byte part = bytes[at++];
    long value = part & 0x7F;
    for (int shift = 7; part < 0; shift += 7) {
      part = bytes[at++];
      value |= (part & 0x7FL) << shift;
    }
    return value;
  }

  private long number() {
    long value = count();
    return (value >>> 1) ^ -(value & 1);
  }

  private @Nullable Long maybe() {
    return bytes[at++] == 0 ? null : Long.valueOf(number());
  }

  private @Nullable String text() {
    int length = (int) count() - 1;
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
