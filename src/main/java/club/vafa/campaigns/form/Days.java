package club.vafa.campaigns.form;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.CalendarKind.Parts;
import club.vafa.kernel.Digits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people of a calendar write them: 1405/01/15, or as a browser does: 2026-04-04. */
public final class Days {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})");
  private static final int LATEST_OF_OTHERS = 1700;

  private Days() {}

  /** A day of the calendar; years that only the Gregorian one can mean are read as that. */
  public static Optional<LocalDate> read(String text, CalendarKind calendar) {
    Matcher parts = DAY.matcher(Digits.western(text.strip()));
    if (!parts.matches()) {
      return Optional.empty();
    }
    Parts wanted =
        new Parts(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    return calendar == CalendarKind.GREGORIAN || wanted.year() > LATEST_OF_OTHERS
        ? gregorian(wanted)
        : other(wanted, calendar);
  }

  private static Optional<LocalDate> gregorian(Parts wanted) {
    try {
      return Optional.of(LocalDate.of(wanted.year(), wanted.month(), wanted.day()));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> other(Parts wanted, CalendarKind calendar) {
    LocalDate near = LocalDate.of(2026, 6, 1);
    int years = wanted.year() - calendar.parts(near).year();
    LocalDate first = calendar.firstDayOfYear(calendar.plusMonths(near, years * 12));
    LocalDate day = calendar.plusMonths(first, wanted.month() - 1).plusDays(wanted.day() - 1L);
    return calendar.parts(day).equals(wanted) ? Optional.of(day) : Optional.empty();
  }

  /** As people of the calendar write it; the Gregorian one as browsers do. */
  public static String written(LocalDate day, CalendarKind calendar) {
    if (calendar == CalendarKind.GREGORIAN) {
      return day.toString();
    }
    Parts parts = calendar.parts(day);
    return "%04d/%02d/%02d".formatted(parts.year(), parts.month(), parts.day());
  }
}
