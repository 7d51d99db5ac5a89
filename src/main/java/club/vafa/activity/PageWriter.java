package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Packs purchases into a page: first every word that occurs in it, then member by member their
 * purchases, with numbers for the words. {@link PageReader} reads it. A number takes as many bytes
 * as it needs, seven bits in each; its sign comes last.
 */
final class PageWriter {
  static final long MICROS = 1_000_000;
  private static final int LONGEST_NUMBER = 10;

  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private byte[] bytes = new byte[256];
  private int at;

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(MemberId member, byte[] bytes) {}

  /** Adds a purchase; those of one member come in the order of their ids. */
  void add(PastPurchase purchase) {
    at = 0;
    id(purchase.id());
    number(ChronoUnit.MICROS.between(Instant.EPOCH, purchase.occurredAt()));
    number(purchase.total());
    number(purchase.discount());
    word(purchase.branch());
    word(purchase.terminal());
    count(purchase.lines().size());
    purchase.lines().forEach(this::line);
    text(purchase.detail());
    rows.add(new Row(purchase.member(), Arrays.copyOf(bytes, at)));
  }

  private void line(PurchaseLine line) {
    word(line.sku());
    word(line.category());
    number(line.quantity());
    maybe(line.unitPrice());
    number(line.amount());
    maybe(line.cost());
    number(line.discount());
    number(line.paidByWallets());
  }

  /** The page. */
  byte[] page() {
    at = 0;
    count(rows.size());
    count(words.size());
    words.keySet().forEach(this::text);
    rows.sort(Comparator.comparing(Row::member));
    int from = 0;
    for (int next = 1; next <= rows.size(); next++) {
      if (next == rows.size() || !rows.get(next).member().equals(rows.get(from).member())) {
        id(rows.get(from).member().value());
        count(next - from);
        rows.subList(from, next).forEach(row -> append(row.bytes()));
        from = next;
      }
    }
    return Arrays.copyOf(bytes, at);
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(at + more, 2 * bytes.length));
    }
  }

  private void append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, at, more.length);
    at += more.length;
  }

  private void id(UUID id) {
    room(2 * Long.BYTES);
    ByteBuffer.wrap(bytes)
        .putLong(at, id.getMostSignificantBits())
        .putLong(at + Long.BYTES, id.getLeastSignificantBits());
    at += 2 * Long.BYTES;
  }

  /** A number of things, or one that stands for a thing; never below zero. */
  private void count(long value) {
    room(LONGEST_NUMBER);
    long left = value;
    while ((left & ~0x7FL) != 0) {
      bytes[at++] = (byte) ((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
  }

  private void number(long value) {
    count((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  private void maybe(@Nullable Long value) {
    room(1);
    bytes[at++] = (byte) (value == null ? 0 : 1);
    if (value != null) {
      number(value);
    }
  }

  /** Nothing is word 0. */
  private void word(@Nullable String word) {
    count(word == null ? 0 : words.computeIfAbsent(word, _ -> words.size() + 1));
  }

  /** Nothing has the length 0, an empty text 1. */
  private void text(@Nullable String text) {
    if (text == null) {
      count(0);
    } else {
      byte[] letters = text.getBytes(StandardCharsets.UTF_8);
      count(letters.length + 1L);
      append(letters);
    }
  }
}
