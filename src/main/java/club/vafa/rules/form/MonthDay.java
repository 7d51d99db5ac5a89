package club.vafa.rules.form;

import java.util.Locale;

/** A day of every year in some calendar; not every year need have it. */
public record MonthDay(int month, int day) implements Comparable<MonthDay> {
  @Override
  public int compareTo(MonthDay other) {
    return month != other.month
        ? Integer.compare(month, other.month)
        : Integer.compare(day, other.day);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%02d-%02d", month, day);
  }
}
