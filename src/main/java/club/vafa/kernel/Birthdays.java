package club.vafa.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose birthday a day is, by the days they may have been born on. Somebody born on a day that this
 * year's month lacks (29 February, 30 Esfand) has their birthday on the month's last day.
 */
public final class Birthdays {
  private static final int OLDEST = 120;
  private static final int MONTHS_A_YEAR = 12;

  private Birthdays() {}

  /** The birth dates whose birthday this day is, in a calendar, newest first. */
  public static List<LocalDate> born(CalendarKind calendar, LocalDate day) {
    List<LocalDate> born = new ArrayList<>();
    boolean lastOfMonth = calendar.lastDayOfMonth(day).equals(day);
    int wanted = calendar.parts(day).day();
    for (int age = 0; age <= OLDEST; age++) {
      LocalDate then = calendar.plusMonths(day, -age * MONTHS_A_YEAR);
      if (calendar.parts(then).day() == wanted) {
        born.add(then);
      }
      if (lastOfMonth) {
        LocalDate last = calendar.lastDayOfMonth(then);
        for (LocalDate late = then.plusDays(1); !late.isAfter(last); late = late.plusDays(1)) {
          born.add(late);
        }
      }
    }
    return born;
  }
}
