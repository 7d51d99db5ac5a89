package club.vafa.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads instants as {@link OffsetDateTime#parse(CharSequence)} does. Nearly all come in one form,
 * {@code 2026-11-27T04:31:10.5Z} or with {@code +03:30}, whose signs are read where they stand;
 * what looks otherwise in anything is left to the library.
 */
final class Instants {
  private static final String FORM = "0000-00-00T00:00:00";
  private static final int FINEST = 9;

  private Instants() {}

  /**
   * The instant of a text with Western digits.
   *
   * @throws DateTimeException when it is none
   */
  static Instant parse(String text) {
    int zone = usual(text);
    if (zone < 0) {
      return OffsetDateTime.parse(text).toInstant();
    }
    LocalDateTime local =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos(text, FORM.length(), zone));
    return local.toInstant(offset(text, zone));
  }

  /** Where the zone of a text in the usual form begins; negative when it is in another. */
  private static int usual(String text) {
    int end = FORM.length();
    if (text.length() <= end) {
      return -1;
    }
    for (int at = 0; at < end; at++) {
      char form = FORM.charAt(at);
      if (form == '0' ? !isDigit(text, at) : text.charAt(at) != form) {
        return -1;
      }
    }
    int zone = end;
    if (text.charAt(end) == '.') {
      zone++;
      while (zone < text.length() && isDigit(text, zone)) {
        zone++;
      }
      if (zone == end + 1 || zone > end + 1 + FINEST) {
        return -1;
      }
    }
    return isZone(text, zone) ? zone : -1;
  }

  private static boolean isZone(String text, int at) {
    if (at + 1 == text.length()) {
      return text.charAt(at) == 'Z';
    }
    return at + 6 == text.length()
        && (text.charAt(at) == '+' || text.charAt(at) == '-')
        && isDigit(text, at + 1)
        && isDigit(text, at + 2)
        && text.charAt(at + 3) == ':'
        && isDigit(text, at + 4)
        && isDigit(text, at + 5);
  }

  private static ZoneOffset offset(String text, int at) {
    if (text.charAt(at) == 'Z') {
      return ZoneOffset.UTC;
    }
    int sign = text.charAt(at) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        sign * number(text, at + 1, at + 3), sign * number(text, at + 4, at + 6));
  }

  private static int nanos(String text, int from, int to) {
    int nanos = 0;
    for (int at = from + 1; at <= from + FINEST; at++) {
      nanos = nanos * 10 + (at < to ? text.charAt(at) - '0' : 0);
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }

  private static boolean isDigit(String text, int at) {
    char sign = text.charAt(at);
    return sign >= '0' && sign <= '9';
  }
}
