package club.vafa;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What nobody in their right mind sends, as JSON text. */
final class Nasty {
  /** JSON text that is written as it stands. */
  record Raw(String json) {}

  private static final List<String> ANYWHERE =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "1e999",
          "-1e999",
          "1e-999",
          "1e60",
          "1e61",
          "1E+2147483648",
          "1e-2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "0.000000000000000000000001",
          "999999999999999.99",
          "1000000000000000",
          "12345678901234567",
          "NaN",
          "Infinity",
          "+1",
          ".5",
          "01",
          "1.",
          "0x10",
          "'a'",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"a\":1}",
          "{\"value\":\"1\"}",
          "{\"\":{}}");

  private static final List<String> TEXTS =
      List.of(
          "NaN",
          "Infinity",
          "-1",
          "0",
          "-0.00",
          "1e5",
          "1,5",
          "۱۲٫۵",
          "٣",
          "12.345678901",
          "999999999999999",
          "9999999999999999999999",
          "1000000000000000",
          "",
          " ",
          "\\u0000",
          "a\\u0000b",
          "\\ud800",
          "\\udc00x",
          "x\\ud83d",
          "😀👩‍👩‍👧🏽",
          "\\u202e\\u200f\\u2066 evil",
          "\\uffff\\ufffe",
          "\\u0001\\u001f\\u007f",
          "' or 1=1 --",
          "\\\" ; drop table x",
          "%s%n%d{0}{limit}${jndi:ldap://x}",
          "../../etc/passwd",
          "<script>",
          "null",
          "\\n\\t",
          "0000-01-01",
          "9999-12-31",
          "2026-02-30",
          "2026-13-01",
          "0001-01-01",
          "-0001-01-01",
          "0000-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999999999-18:00",
          "1970-01-01T00:00:00Z",
          "1969-12-31T23:59:59Z",
          "0001-01-01T00:00:00+18:00",
          "2026-11-22T24:00:00Z",
          "2026-11-22T10:15:00",
          "2026-11-22 10:15",
          "tomorrow",
          "P1D",
          "PT-5M",
          "PT0S",
          "P9999999999D",
          "PT0.000000001S",
          "PT99999999999999H",
          "P1Y",
          "mbr_",
          "mbr_00000000000000000000000000",
          "pur_7zzzzzzzzzzzzzzzzzzzzzzzzz",
          "EUR",
          "eur",
          "X1X",
          "IRR",
          "points",
          "wallet",
          "auto",
          "+4915112345678",
          "tel:+49;ext=5",
          "a@b.c",
          "@",
          "\\u0645\\u062b\\u0627\\u0644@مثال.ایران");

  private static final List<String> DATES = TEXTS.stream().filter(Nasty::looksLikeTime).toList();

  private Nasty() {}

  private static boolean looksLikeTime(String text) {
    return text.matches("-?\\d{4}-.*") || text.startsWith("P");
  }

  static Raw value(SplittableRandom random) {
    int dice = random.nextInt(100);
    if (dice < 35) {
      return new Raw(any(ANYWHERE, random));
    }
    if (dice < 94) {
      return new Raw('"' + any(TEXTS, random) + '"');
    }
    return new Raw(large(random));
  }

  static Raw time(SplittableRandom random) {
    return new Raw('"' + any(DATES, random) + '"');
  }

  private static String large(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> "9".repeat(400);
      case 1 -> "0." + "3".repeat(400);
      case 2 -> '"' + "ا".repeat(5_000) + '"';
      case 3 -> '"' + "x".repeat(250_000) + '"';
      case 4 -> "[".repeat(2_000) + "]".repeat(2_000);
      case 5 -> "{\"a\":".repeat(70) + "1" + "}".repeat(70);
      case 6 -> "[" + "{},".repeat(99_999) + "{}]";
      default -> "[" + "\"1\",".repeat(99_999) + "\"1\"]";
    };
  }

  /** A name no schema knows. */
  static String name(SplittableRandom random) {
    return any(
        List.of("extra", "", "__proto__", "ID", "amount ", "نام", "a/b~c", "x".repeat(300), "$ref"),
        random);
  }

  /** A part of an address, not yet encoded. */
  static String segment(SplittableRandom random) {
    return any(
        List.of(
            "x",
            "0",
            "-1",
            "null",
            "mbr_",
            "mbr_00000000000000000000000000",
            "😀",
            "a b",
            "%",
            "%00",
            "..",
            ";a=b",
            "a;b",
            "points",
            "۱۲",
            "' or 1=1 --",
            "x".repeat(3_000),
            "\u202e",
            "\u0001",
            "MBR_00000000000000000000000000",
            "pur_zzzzzzzzzzzzzzzzzzzzzzzzzz",
            "{id}",
            "a/b",
            "\\"),
        random);
  }

  static <T> T any(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  /** Bytes that are no body this API knows. */
  static byte[] bytes(byte[] good, SplittableRandom random) {
    return switch (random.nextInt(9)) {
      case 0 -> new byte[0];
      case 1 -> Arrays.copyOf(good, random.nextInt(Math.max(1, good.length)));
      case 2 -> joined(good, "}");
      case 3 -> joined(good, "\u0000");
      case 4 -> {
        byte[] broken = good.clone();
        if (broken.length > 0) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        yield broken;
      }
      case 5 -> new byte[] {(byte) 0xC3, 0x28, (byte) 0xF0, (byte) 0x9F};
      case 6 ->
          joined(
              new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
              new String(good, StandardCharsets.UTF_8));
      case 7 -> new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      default -> "null".getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] joined(byte[] start, String end) {
    byte[] tail = end.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + tail.length);
    System.arraycopy(tail, 0, all, start.length, tail.length);
    return all;
  }
}
