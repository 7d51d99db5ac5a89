package club.vafa.rules.condition;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.CalendarKind.Parts;
import club.vafa.kernel.ZoneTime;
import club.vafa.rules.Usage.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the club's calendar says about a day. Sales of one day come together, so the last few days
 * are remembered, in a replay those of years: asking the calendar takes longer than a whole
 * decision.
 */
public final class Days {
  private static final int KEPT = 1024;

  private final AtomicReferenceArray<Day> kept = new AtomicReferenceArray<>(KEPT);

  private volatile ZoneTime clocks = new ZoneTime(ZoneOffset.UTC);

  /** A day in a calendar and the first days of the periods it lies in. */
  public record Day(
      LocalDate date,
      CalendarKind calendar,
      Parts parts,
      LocalDate week,
      LocalDate month,
      LocalDate year) {

    /** First day of the period; {@link LocalDate#EPOCH} for ever. */
    public LocalDate since(Period period) {
      return switch (period) {
        case DAY -> date;
        case WEEK -> week;
        case MONTH -> month;
        case YEAR -> year;
        case EVER -> LocalDate.EPOCH;
      };
    }
  }

  /** Seconds of local time since the epoch's first midnight there. */
  long local(Instant at, ZoneId zone) {
    ZoneTime known = clocks;
    if (!known.zone().equals(zone)) {
      known = new ZoneTime(zone);
      clocks = known;
    }
    return known.local(at);
  }

  public Day of(LocalDate date, CalendarKind calendar) {
    int slot = (int) (date.toEpochDay() & (KEPT - 1));
    Day known = kept.getPlain(slot);
    if (known != null && known.calendar == calendar && known.date.equals(date)) {
      return known;
    }
    Day day =
        new Day(
            date,
            calendar,
            calendar.parts(date),
            date.with(TemporalAdjusters.previousOrSame(firstDayOfWeek(calendar))),
            calendar.firstDayOfMonth(date),
            calendar.firstDayOfYear(date));
    kept.setRelease(slot, day);
    return day;
  }

  /** Weeks begin on Monday, in the Jalali calendar on Saturday, in the Hijri on Sunday. */
  public static DayOfWeek firstDayOfWeek(CalendarKind calendar) {
    return switch (calendar) {
      case GREGORIAN -> DayOfWeek.MONDAY;
      case JALALI -> DayOfWeek.SATURDAY;
      case HIJRI -> DayOfWeek.SUNDAY;
    };
  }
}
