package club.vafa.replay;

import club.vafa.clubs.Club;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which month of the club's calendar an instant lies in. One thread each. */
final class Months {
  private final Span span;
  private final long[] starts;

  /** What was asked for last, for it is often asked for again. */
  private int known;

  private Instant asked = Instant.MIN;

  Months(Span span) {
    this.span = span;
    this.starts = span.starts().stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * The months that a replay goes through.
   *
   * @param ends the last day of each
   * @param starts when each begins, in seconds
   */
  record Span(List<LocalDate> ends, List<Long> starts) {
    static Span of(Club club, Instant first, Instant last) {
      List<LocalDate> ends = new ArrayList<>();
      List<Long> starts = new ArrayList<>();
      LocalDate start = club.calendar().firstDayOfMonth(club.day(first));
      LocalDate end = club.day(last);
      do {
        starts.add(start.atStartOfDay(club.zone()).toEpochSecond());
        LocalDate lastDay = club.calendar().lastDayOfMonth(start);
        ends.add(lastDay);
        start = lastDay.plusDays(1);
      } while (!start.isAfter(end));
      return new Span(List.copyOf(ends), List.copyOf(starts));
    }

    int count() {
      return ends.size();
    }

    /** The last day of a month. */
    LocalDate end(int month) {
      return ends.get(month);
    }

    /** The last instant of a month, or of all of them. */
    Instant close(int month, Instant end) {
      Instant close =
          month + 1 < starts.size() ? Instant.ofEpochSecond(starts.get(month + 1)) : end;
      return close.minusNanos(1);
    }
  }

  /** The month of an instant; what is before the first or after the last counts to it. */
  int of(Instant at) {
    if (at.equals(asked)) {
      return known;
    }
    asked = at;
    long second = at.getEpochSecond();
    int last = starts.length - 1;
    while (known < last && starts[known + 1] <= second) {
      known++;
    }
    while (known > 0 && starts[known] > second) {
      known--;
    }
    return known;
  }

  int count() {
    return span.count();
  }
}
