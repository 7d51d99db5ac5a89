package club.vafa.clubs;

import club.vafa.kernel.Digits;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a row of a loyalty table holds, as it was written. */
record WorthDays(
    @Nullable String seasonFrom,
    @Nullable String seasonTo,
    @Nullable LocalDate firstDate,
    @Nullable LocalDate lastDate) {
  private static final Pattern DAY = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

  Worth.@Nullable Season season() {
    Matcher first = DAY.matcher(seasonFrom == null ? "" : Digits.western(seasonFrom));
    Matcher last = DAY.matcher(seasonTo == null ? "" : Digits.western(seasonTo));
    return first.matches() && last.matches()
        ? new Worth.Season(part(first, 1), part(first, 2), part(last, 1), part(last, 2))
        : null;
  }

  Worth.@Nullable Dates dates() {
    return firstDate == null || lastDate == null || lastDate.isBefore(firstDate)
        ? null
        : new Worth.Dates(firstDate, lastDate);
  }

  /** All the year, or whole days of one kind. */
  boolean good() {
    boolean seasonal = seasonFrom != null || seasonTo != null;
    boolean dated = firstDate != null || lastDate != null;
    return !(seasonal && dated) && (!seasonal || season() != null) && (!dated || dates() != null);
  }

  private static int part(Matcher day, int group) {
    return Integer.parseInt(day.group(group));
  }
}
