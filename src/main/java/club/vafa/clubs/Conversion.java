package club.vafa.clubs;

import club.vafa.clubs.Unit.EndOf;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Rate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How members turn one unit into another: so many of one give so many of the other. A worked
 * number: 100 points give 1 euro in steps of 50 from 200 on; 250 points are 2.50 euro, 249 cannot
 * be turned.
 *
 * @param from code of the unit that is given, {@code to} of the one that is got
 * @param give minor units that give {@code get} minor units of the other
 * @param rounding of what does not come out even
 * @param step what is turned is a multiple of it, minor units
 * @param minimum the least that is turned at once, minor units
 * @param automatic when it happens by itself; null for by hand alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversion(
    String from,
    String to,
    long give,
    long get,
    RoundingMode rounding,
    long step,
    long minimum,
    @Nullable Automatic automatic) {

  /**
   * Turning by itself. A worked number: each full 1,000 points become credit; of 2,400 points 2,000
   * are turned.
   *
   * @param each whole multiples of it are turned, minor units; null when all that goes in steps is
   * @param onLastDayOf the month or year of the club's calendar on whose last day it happens; null
   *     when it happens at any time
   * @param since the day from which on this holds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Automatic(@Nullable Long each, @Nullable EndOf onLastDayOf, LocalDate since) {
    /** The latest day up to this one on which it is due; nothing when there was none yet. */
    public Optional<LocalDate> due(CalendarKind calendar, LocalDate today) {
      LocalDate last = last(calendar, today);
      LocalDate due = last.isAfter(today) ? last(calendar, before(calendar, today)) : last;
      return due.isBefore(since) ? Optional.empty() : Optional.of(due);
    }

    private LocalDate last(CalendarKind calendar, LocalDate day) {
      return onLastDayOf == EndOf.YEAR ? calendar.lastDayOfYear(day) : calendar.lastDayOfMonth(day);
    }

    private LocalDate before(CalendarKind calendar, LocalDate day) {
      LocalDate first =
          onLastDayOf == EndOf.YEAR ? calendar.firstDayOfYear(day) : calendar.firstDayOfMonth(day);
      return first.minusDays(1);
    }
  }

  /** The same conversion, which turns by itself like this. */
  public Conversion automatic(@Nullable Automatic other) {
    return new Conversion(from, to, give, get, rounding, step, minimum, other);
  }

  Conversion since(LocalDate day) {
    return automatic == null
        ? this
        : automatic(new Automatic(automatic.each(), automatic.onLastDayOf(), day));
  }

  /** Whether the two would turn the same units into each other for ever. */
  boolean goesRoundWith(Conversion other) {
    return automatic != null
        && other.automatic != null
        && from.equals(other.to)
        && to.equals(other.from);
  }

  /** What is turned by itself at least. */
  public long portion() {
    Long each = automatic == null ? null : automatic.each();
    return each == null ? step : each;
  }

  /** What of so much is turned by itself. */
  public long turnedOf(long usable) {
    long amount = usable / portion() * portion();
    return amount < minimum ? 0 : amount;
  }

  /** What an amount gives. */
  public long of(long amount) {
    return Rate.divide(amount, get, give, rounding);
  }
}
