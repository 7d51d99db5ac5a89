package club.vafa.operations.shop;

import club.vafa.operations.shop.Person.Rhythm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When people come. Intervals are gamma distributed around a person's own mean, not on the calendar
 * but on the café's own time, which passes faster on busy days: so habits stay regular and the days
 * still differ.
 */
final class Visits {
  /** The café is known better from month to month. */
  private static final double GROWTH = 0.25;

  private final List<Weather> days;
  private final Map<Rhythm, double[]> passed = new EnumMap<>(Rhythm.class);

  Visits(List<Weather> days, Dice dice) {
    this.days = days;
    double[] luck = new double[days.size()];
    Arrays.setAll(luck, _ -> dice.around(1, 0.07));
    for (Rhythm rhythm : Rhythm.values()) {
      passed.put(rhythm, passed(rhythm, luck));
    }
  }

  /** The day and the minute of a visit. */
  record When(int day, int minute) {}

  /** The café's own time at the beginning of each day; the whole has as many days as the year. */
  private double[] passed(Rhythm rhythm, double[] luck) {
    double[] passed = new double[days.size() + 1];
    for (int day = 0; day < days.size(); day++) {
      double growth = 1 - GROWTH / 2 + GROWTH * day / days.size();
      passed[day + 1] = passed[day] + days.get(day).pull(rhythm) * luck[day] * growth;
    }
    double whole = passed[days.size()];
    for (int day = 0; day < passed.length; day++) {
      passed[day] = passed[day] / whole * days.size();
    }
    return passed;
  }

  /** How many visits are to be expected of somebody. */
  double expected(Person person) {
    double[] time = passed(person.rhythm());
    double span = time[Math.min(person.until(), days.size())] - time[person.from()];
    return person.visitsPerYear() * span / days.size();
  }

  /**
   * All visits of somebody.
   *
   * @param scale how much more often everybody comes than they were made to
   */
  List<When> of(Person person, double scale, Dice dice) {
    double[] time = passed(person.rhythm());
    double interval = days.size() / (person.visitsPerYear() * scale);
    double end = time[Math.min(person.until(), days.size())];
    // Who was a customer before is somewhere in an interval; who finds the café comes at once.
    double at = time[person.from()] + dice.part() * (person.from() == 0 ? interval : 1);
    List<When> visits = new ArrayList<>();
    while (at < end) {
      visits.add(when(day(time, at), person.rhythm(), dice));
      at += interval * dice.gamma(person.regularity());
    }
    // Two visits of one day get their hours apart from each other.
    visits.sort(Comparator.comparingInt(When::day).thenComparingInt(When::minute));
    return visits;
  }

  /** A visit of somebody unknown. */
  When anybody(Dice dice) {
    double[] time = passed(Rhythm.ANY);
    return when(day(time, dice.part() * days.size()), Rhythm.ANY, dice);
  }

  private When when(int day, Rhythm rhythm, Dice dice) {
    return new When(day, Hours.minute(days.get(day), rhythm, dice));
  }

  private double[] passed(Rhythm rhythm) {
    return passed.getOrDefault(rhythm, new double[0]);
  }

  private static int day(double[] time, double at) {
    int found = Arrays.binarySearch(time, at);
    int day = found >= 0 ? found : -found - 2;
    return Math.clamp(day, 0, time.length - 2);
  }
}
