package club.vafa.replay;

import club.vafa.clubs.Club;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The months of the club's calendar that a replay goes through. */
final class Months {
  private final List<LocalDate> ends = new ArrayList<>();
  private final long[] starts;

  Months(Club club, Instant first, Instant last) {
    List<Long> seconds = new ArrayList<>();
    LocalDate start = club.calendar().firstDayOfMonth(club.day(first));
    LocalDate end = club.day(last);
    while (!start.isAfter(end)) {
      seconds.add(start.atStartOfDay(club.zone()).toEpochSecond());
      LocalDate lastDay = club.calendar().lastDayOfMonth(start);
      ends.add(lastDay);
      start = lastDay.plusDays(1);
    }
    this.starts = seconds.stream().mapToLong(Long::longValue).toArray();
  }

  /** The month of an instant; what is before the first or after the last counts to it. */
  int of(Instant at) {
    long second = at.getEpochSecond();
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= second) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int count() {
    return starts.length;
  }

  /** The last day of a month. */
  LocalDate end(int month) {
    return ends.get(month);
  }
}
