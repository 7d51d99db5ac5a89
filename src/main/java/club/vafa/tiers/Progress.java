package club.vafa.tiers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one member did for tiers, by measure and business day. */
final class Progress {
  static final int SPEND = 0;
  static final int VISITS = -1;

  /** The measure of nothing that is counted: how long somebody is a member is known anyway. */
  static final int NOTHING = -2;

  /** Stands for all days that no window reaches any more. */
  static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

  private final Map<Integer, NavigableMap<LocalDate, Long>> days = new HashMap<>();
  private final Map<Key, Long> added = new LinkedHashMap<>();

  /** Of which measure, on which day. */
  record Key(int measure, LocalDate day) {}

  /** An amount that is on record already. */
  void load(int measure, LocalDate day, long amount) {
    days.computeIfAbsent(measure, _ -> new TreeMap<>()).merge(day, amount, Math::addExact);
  }

  /** An amount more, or less when it is below zero. */
  void add(int measure, LocalDate day, long amount) {
    if (amount != 0) {
      load(measure, day, amount);
      added.merge(new Key(measure, day), amount, Math::addExact);
    }
  }

  long sum(int measure, LocalDate from, LocalDate to) {
    NavigableMap<LocalDate, Long> all = days.get(measure);
    if (all == null || from.isAfter(to)) {
      return 0;
    }
    long sum = 0;
    for (long amount : all.subMap(from, true, to, true).values()) {
      sum = Math.addExact(sum, amount);
    }
    return sum;
  }

  /** The days between these on which anything was done. */
  NavigableSet<LocalDate> activeDays(LocalDate from, LocalDate to) {
    NavigableSet<LocalDate> active = new TreeSet<>();
    if (!from.isAfter(to)) {
      days.values().forEach(all -> active.addAll(all.subMap(from, true, to, true).keySet()));
    }
    return active;
  }

  /** As much of an amount as was counted on a day; of days long ago only the sum is known. */
  long atMost(int measure, LocalDate day, long amount) {
    long there = sum(measure, day, day);
    return Math.min(amount, there > 0 ? there : sum(measure, LONG_AGO, LONG_AGO));
  }

  /** All there is, by measure. */
  Map<Integer, NavigableMap<LocalDate, Long>> days() {
    return days;
  }

  /** All there is, by measure and day. */
  Map<Key, Long> all() {
    Map<Key, Long> all = new LinkedHashMap<>();
    days.forEach(
        (measure, of) -> of.forEach((day, amount) -> all.put(new Key(measure, day), amount)));
    return all;
  }

  /** What was added since it was read. */
  Map<Key, Long> added() {
    return added;
  }
}
