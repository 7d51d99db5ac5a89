package club.vafa.members;

import club.vafa.kernel.CalendarKind;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How many days of their own members may choose.
 *
 * @param days in each period; none when members choose no days
 */
public record OwnDayRule(int days, Period period) {
  public static final OwnDayRule NONE = new OwnDayRule(0, Period.MONTH);
  static final int MOST = 31;

  /** Within which the days are counted, by the calendar of the club. */
  public enum Period {
    MONTH,
    YEAR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The first day of the period that a day lies in. */
  LocalDate first(CalendarKind calendar, LocalDate day) {
    return switch (period) {
      case MONTH -> calendar.firstDayOfMonth(day);
      case YEAR -> calendar.firstDayOfYear(day);
    };
  }

  LocalDate last(CalendarKind calendar, LocalDate day) {
    return switch (period) {
      case MONTH -> calendar.lastDayOfMonth(day);
      case YEAR -> calendar.lastDayOfYear(day);
    };
  }
}
