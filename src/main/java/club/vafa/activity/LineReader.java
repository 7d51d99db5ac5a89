package club.vafa.activity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of purchases as they are stored, many times faster than by binding: goods and
 * categories come again and again, so their words are made once. Not safe for threads.
 */
public final class LineReader {
  private static final int WORDS = 1 << 12;

  private final @Nullable String[] words = new @Nullable String[WORDS];
  private byte[] json = {};
  private int at;
  private int end;

  /** The lines in these bytes; the names of goods are left out. */
  public List<PurchaseLine> read(byte[] bytes, int from, int to) {
    json = bytes;
    at = from;
    end = to;
    List<PurchaseLine> lines = new ArrayList<>(4);
    expect('[');
    while (more()) {
      lines.add(line());
    }
    return lines;
  }

  private PurchaseLine line() {
    expect('[');
    String sku = string();
    expect(',');
    skipString();
    expect(',');
    String category = string();
    expect(',');
    long quantity = number();
    expect(',');
    Long price = maybe();
    expect(',');
    long amount = number();
    expect(',');
    Long cost = maybe();
    expect(',');
    long discount = number();
    expect(',');
    long byWallets = number();
    expect(']');
    return new PurchaseLine(sku, "", category, quantity, price, amount, cost, discount, byWallets);
  }

  /** Whether another element follows; its comma, or the end of the array, is passed. */
  private boolean more() {
    byte sign = json[at];
    if (sign == ']') {
      at++;
      return false;
    }
    if (sign == ',') {
      at++;
    }
    return true;
  }

  private void expect(char wanted) {
    if (at >= end || json[at] != wanted) {
      throw new IllegalStateException(
          "lines of a purchase are not as they are written: "
              + new String(json, at, Math.min(40, end - at), StandardCharsets.UTF_8));
    }
    at++;
  }

  private @Nullable Long maybe() {
    if (json[at] == 'n') {
      at += 4;
      return null;
    }
    return number();
  }

  private long number() {
    boolean negative = json[at] == '-';
    if (negative) {
      at++;
    }
    long value = 0;
    int from = at;
    while (at < end && json[at] >= '0' && json[at] <= '9') {
      value = Math.addExact(Math.multiplyExact(value, 10L), json[at++] - '0');
    }
    if (at == from) {
      expect('0');
    }
    return negative ? -value : value;
  }

  private String string() {
    expect('"');
    int from = at;
    boolean plain = true;
    while (json[at] != '"') {
      plain &= json[at] != '\\';
      at += json[at] == '\\' ? 2 : 1;
    }
    int to = at++;
    return plain ? word(json, from, to) : unescaped(from, to);
  }

  private void skipString() {
    expect('"');
    while (json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  /** The same text object for the same bytes, most of the time. */
  String word(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int place = from; place < to; place++) {
      hash = 31 * hash + bytes[place];
    }
    int slot = (hash ^ hash >>> 12) & (WORDS - 1);
    String known = words[slot];
    if (known != null && same(known, bytes, from, to)) {
      return known;
    }
    String made = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    words[slot] = made;
    return made;
  }

  private static boolean same(String known, byte[] bytes, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int place = from; place < to; place++) {
      // Bytes of other letters than the plain ones are below zero, and never equal.
      if (known.charAt(place - from) != bytes[place]) {
        return false;
      }
    }
    return true;
  }

  private String unescaped(int from, int to) {
    String text = new String(json, from, to - from, StandardCharsets.UTF_8);
    StringBuilder plain = new StringBuilder(text.length());
    for (int place = 0; place < text.length(); place++) {
      char sign = text.charAt(place);
      if (sign != '\\') {
        plain.append(sign);
      } else {
        char escaped = text.charAt(++place);
        switch (escaped) {
          case 'n' -> plain.append('\n');
          case 't' -> plain.append('\t');
          case 'r' -> plain.append('\r');
          case 'b' -> plain.append('\b');
          case 'f' -> plain.append('\f');
          case 'u' -> {
            plain.append((char) Integer.parseInt(text, place + 1, place + 5, 16));
            place += 4;
          }
          default -> plain.append(escaped);
        }
      }
    }
    return plain.toString();
  }
}
