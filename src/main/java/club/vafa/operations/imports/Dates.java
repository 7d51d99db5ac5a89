package club.vafa.operations.imports;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Digits;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as files hold them: year first or day first, with or without a time of day, in
 * the calendar the user named, in the club's time zone unless they bring an offset.
 */
final class Dates {
  private static final String OF_DAY =
      "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + OF_DAY);
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + OF_DAY);
  private static final int LONGEST = 50;
  private static final long MILLIS_A_DAY = 86_400_000L;

  private final CalendarKind calendar;
  private final ZoneId zone;
  private final @Nullable DateTimeFormatter format;
  private @Nullable String lastText;
  private Optional<Instant> last = Optional.empty();

  Dates(CalendarKind calendar, ZoneId zone, @Nullable DateTimeFormatter format) {
    this.calendar = calendar;
    this.zone = zone;
    this.format = format;
  }

  /**
   * @param time of day from a column of its own, or null
   */
  Optional<Instant> instant(String text, @Nullable String time) {
    String whole = time == null ? text : text + ' ' + time;
    if (!whole.equals(lastText)) {
      last = read(whole);
      lastText = whole;
    }
    return last;
  }

  /** A day without a time, such as a birthday. */
  Optional<LocalDate> day(String text) {
    return instant(text, null).map(at -> LocalDate.ofInstant(at, zone));
  }

  private Optional<Instant> read(String written) {
    String text = Digits.western(written).replace('،', ' ').strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      if (format != null) {
        return Optional.of(formatted(format, text));
      }
      Matcher yearFirst = YEAR_FIRST.matcher(text);
      if (yearFirst.matches()) {
        return Optional.of(instant(yearFirst, 1, 3));
      }
      Matcher dayFirst = DAY_FIRST.matcher(text);
      if (dayFirst.matches()) {
        return Optional.of(instant(dayFirst, 3, 1));
      }
      return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private Instant instant(Matcher parts, int year, int day) {
    LocalDate date =
        date(number(parts.group(year)), number(parts.group(2)), number(parts.group(day)));
    LocalTime time =
        parts.group(4) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(number(parts.group(4)), number(parts.group(5)), number(parts.group(6)));
    return at(date, time);
  }

  private Instant formatted(DateTimeFormatter wanted, String text) {
    if (calendar == CalendarKind.GREGORIAN) {
      TemporalAccessor read = wanted.parse(text);
      if (read.query(TemporalQueries.offset()) != null) {
        return OffsetDateTime.from(read).toInstant();
      }
      LocalTime time = read.query(TemporalQueries.localTime());
      return at(LocalDate.from(read), time == null ? LocalTime.MIDNIGHT : time);
    }
    // Unresolved, because the 31st of a second month is a day in the Jalali calendar.
    ParsePosition end = new ParsePosition(0);
    TemporalAccessor read = wanted.parseUnresolved(text, end);
    if (read == null || end.getIndex() < text.length()) {
      throw new DateTimeException("not of the form asked for");
    }
    int year =
        part(read, read.isSupported(ChronoField.YEAR) ? ChronoField.YEAR : ChronoField.YEAR_OF_ERA);
    return at(
        date(year, part(read, ChronoField.MONTH_OF_YEAR), part(read, ChronoField.DAY_OF_MONTH)),
        LocalTime.of(
            part(read, ChronoField.HOUR_OF_DAY),
            part(read, ChronoField.MINUTE_OF_HOUR),
            part(read, ChronoField.SECOND_OF_MINUTE)));
  }

  private static int part(TemporalAccessor read, ChronoField field) {
    return read.isSupported(field) ? Math.toIntExact(read.getLong(field)) : 0;
  }

  private Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant();
  }

  private LocalDate date(int year, int month, int day) {
    if (calendar == CalendarKind.GREGORIAN) {
      return LocalDate.of(year, month, day);
    }
    Calendar of =
        Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=" + calendar.type()));
    of.clear();
    of.setLenient(false);
    of.set(year, month - 1, day);
    try {
      return LocalDate.ofEpochDay(Math.floorDiv(of.getTimeInMillis(), MILLIS_A_DAY));
    } catch (IllegalArgumentException noSuchDay) {
      throw new DateTimeException("no such day", noSuchDay);
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
