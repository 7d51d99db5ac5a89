package club.vafa.clubs;

import club.vafa.clubs.Unit.EndOf;
import club.vafa.clubs.Unit.Expiry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reckons when an award ends, in the club's calendar and time zone. A day ends with the first
 * instant of the next one: an award until 21 March can be spent the whole of that day.
 */
public final class Lifetimes {
  private Lifetimes() {}

  /** The end of an award that becomes usable then; nothing when the lot itself has no end. */
  public static Optional<Instant> end(Expiry expiry, Club club, Instant usable) {
    return switch (expiry) {
      case Expiry.Never() -> Optional.empty();
      case Expiry.WhileActive _ -> Optional.empty();
      case Expiry.Rolling(int months, int days, EndOf endOf) ->
          Optional.of(later(club, usable, months, days, endOf));
      case Expiry.AtEndOf(EndOf endOf, int more) ->
          Optional.of(endOf(club, shifted(club, club.day(usable), endOf, more), endOf, usable));
    };
  }

  /** When a wallet kept alive by activity ends after activity at this instant. */
  public static Instant end(Expiry.WhileActive expiry, Club club, Instant active) {
    return later(club, active, expiry.months(), expiry.days(), EndOf.DAY);
  }

  private static Instant later(Club club, Instant from, int months, int days, EndOf endOf) {
    LocalDate day = club.calendar().plusMonths(club.day(from), months).plusDays(days);
    Instant moved = from.atZone(club.zone()).with(day).toInstant();
    return endOf(club, day, endOf, moved);
  }

  private static LocalDate shifted(Club club, LocalDate day, EndOf endOf, int more) {
    return switch (endOf) {
      case INSTANT, DAY -> day.plusDays(more);
      case MONTH -> club.calendar().plusMonths(club.calendar().firstDayOfMonth(day), more);
      case YEAR -> {
        LocalDate start = club.calendar().firstDayOfYear(day);
        for (int year = 0; year < more; year++) {
          start = club.calendar().lastDayOfYear(start).plusDays(1);
        }
        yield start;
      }
    };
  }

  private static Instant endOf(Club club, LocalDate day, EndOf endOf, Instant exact) {
    LocalDate last =
        switch (endOf) {
          case INSTANT -> null;
          case DAY -> day;
          case MONTH -> club.calendar().lastDayOfMonth(day);
          case YEAR -> club.calendar().lastDayOfYear(day);
        };
    return last == null ? exact : last.plusDays(1).atStartOfDay(club.zone()).toInstant();
  }
}
