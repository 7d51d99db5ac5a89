package club.vafa.kernel;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The calendar a club lives by: it decides when a month and a year end and whose birthday is today.
 * Jalali and Hijri dates come from ICU (Hijri as Umm al-Qura); business days themselves are always
 * kept as ISO dates.
 */
public enum CalendarKind {
  GREGORIAN("gregorian"),
  JALALI("persian"),
  HIJRI("islamic-umalqura");

  private static final long MILLIS_A_DAY = 86_400_000L;

  /** Never changed, only copied: making a calendar from its name is dear. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Calendar blank;

  private final String type;

  CalendarKind(String type) {
    this.type = type;
    this.blank = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=" + type));
  }

  /** The name ICU knows it by. */
  public String type() {
    return type;
  }

  /** Year, month (1 to 12) and day of a date in this calendar. */
  public record Parts(int year, int month, int day) {}

  public Parts parts(LocalDate date) {
    if (this == GREGORIAN) {
      return new Parts(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
    Calendar calendar = at(date);
    return new Parts(
        calendar.get(Calendar.YEAR),
        calendar.get(Calendar.MONTH) + 1,
        calendar.get(Calendar.DAY_OF_MONTH));
  }

  /** The date of a year, month and day in this calendar; nothing when there is no such day. */
  public Optional<LocalDate> date(Parts parts) {
    if (parts.month() < 1 || parts.month() > 12 || parts.day() < 1 || parts.day() > 31) {
      return Optional.empty();
    }
    Calendar calendar = blank.clone();
    calendar.clear();
    calendar.set(parts.year(), parts.month() - 1, parts.day());
    LocalDate date = date(calendar);
    return parts(date).equals(parts) ? Optional.of(date) : Optional.empty();
  }

  public LocalDate lastDayOfMonth(LocalDate date) {
    return this == GREGORIAN
        ? date.withDayOfMonth(date.lengthOfMonth())
        : last(date, Calendar.DAY_OF_MONTH);
  }

  public LocalDate lastDayOfYear(LocalDate date) {
    return this == GREGORIAN
        ? date.withDayOfYear(date.lengthOfYear())
        : last(date, Calendar.DAY_OF_YEAR);
  }

  public LocalDate firstDayOfMonth(LocalDate date) {
    return date.minusDays(parts(date).day() - 1L);
  }

  public LocalDate firstDayOfYear(LocalDate date) {
    return this == GREGORIAN
        ? date.withDayOfYear(1)
        : date.minusDays(at(date).get(Calendar.DAY_OF_YEAR) - 1L);
  }

  /** The date so many months later; a day the month lacks becomes its last. */
  public LocalDate plusMonths(LocalDate date, int months) {
    if (this == GREGORIAN) {
      return date.plusMonths(months);
    }
    Calendar calendar = at(date);
    calendar.add(Calendar.MONTH, months);
    return date(calendar);
  }

  private LocalDate last(LocalDate date, int field) {
    Calendar calendar = at(date);
    calendar.set(field, calendar.getActualMaximum(field));
    return date(calendar);
  }

  private Calendar at(LocalDate date) {
    Calendar calendar = blank.clone();
    calendar.setTimeInMillis(date.toEpochDay() * MILLIS_A_DAY);
    return calendar;
  }

  private static LocalDate date(Calendar calendar) {
    return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), MILLIS_A_DAY));
  }
}
