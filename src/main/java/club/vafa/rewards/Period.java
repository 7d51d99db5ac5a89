package club.vafa.rewards;

import club.vafa.clubs.Club;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The stretch of time a stock or a limit is counted over, in the club's calendar and time zone. */
public enum Period {
  DAY,
  WEEK,
  MONTH,
  YEAR,
  EVER;

  /** The first day of the period an instant falls into. */
  LocalDate since(Club club, Instant at) {
    LocalDate day = club.day(at);
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(firstOfWeek(club)));
      case MONTH -> club.calendar().firstDayOfMonth(day);
      case YEAR -> club.calendar().firstDayOfYear(day);
      case EVER -> LocalDate.EPOCH;
    };
  }

  private static DayOfWeek firstOfWeek(Club club) {
    return switch (club.calendar()) {
      case GREGORIAN -> DayOfWeek.MONDAY;
      case JALALI -> DayOfWeek.SATURDAY;
      case HIJRI -> DayOfWeek.SUNDAY;
    };
  }
}
