package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.kernel.Birthdays;
import club.vafa.rules.Facts.TriggerKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What no till reports and rules may wait for: that a member enrolled, has a birthday, or that a
 * day began. Each is raised as it would have been, before whatever else happened that day.
 */
final class Occasions {
  /** The triggers that are raised here. */
  static final Set<TriggerKind> RAISED =
      Set.copyOf(EnumSet.of(TriggerKind.ENROLMENT, TriggerKind.BIRTHDAY, TriggerKind.TIME));

  static final Occasions NONE = new Occasions(Set.of(), List.of(), Map.of());

  private final Set<TriggerKind> wanted;
  private final List<Instant> starts;

  /** On which days those have their birthday who were born on a date. */
  private final Map<LocalDate, Set<Integer>> birthdays;

  private Occasions(
      Set<TriggerKind> wanted, List<Instant> starts, Map<LocalDate, Set<Integer>> birthdays) {
    this.wanted = wanted;
    this.starts = starts;
    this.birthdays = birthdays;
  }

  /**
   * The occasions between two instants.
   *
   * @param triggers what any campaign waits for
   */
  static Occasions of(Club club, Set<TriggerKind> triggers, Instant from, Instant end) {
    Set<TriggerKind> wanted = new HashSet<>(triggers);
    wanted.retainAll(RAISED);
    if (wanted.isEmpty()) {
      return NONE;
    }
    List<Instant> starts = new ArrayList<>();
    Map<LocalDate, Set<Integer>> birthdays = new HashMap<>();
    LocalDate day = club.day(from);
    Instant start = day.atStartOfDay(club.zone()).toInstant();
    while (start.isBefore(end)) {
      if (wanted.contains(TriggerKind.BIRTHDAY)) {
        for (LocalDate born : Birthdays.born(club.calendar(), day)) {
          birthdays.computeIfAbsent(born, _ -> new HashSet<>()).add(starts.size());
        }
      }
      starts.add(start);
      day = day.plusDays(1);
      start = day.atStartOfDay(club.zone()).toInstant();
    }
    return new Occasions(Set.copyOf(wanted), List.copyOf(starts), birthdays);
  }

  boolean any() {
    return !wanted.isEmpty();
  }

  /** Told of each occasion in its turn. */
  interface Raised {
    void happened(TriggerKind trigger, Instant at);
  }

  /** How far the occasions of one member have been raised. */
  final class Turn {
    private final Script.Known member;
    private int next;
    private boolean enrolled;

    Turn(Script.Known member) {
      this.member = member;
      this.enrolled =
          !wanted.contains(TriggerKind.ENROLMENT)
              || starts.isEmpty()
              || member.joinedAt().isBefore(starts.getFirst());
    }

    /** Raises whatever there is until then. */
    void upTo(Instant at, Raised raised) {
      while (next < starts.size() && !starts.get(next).isAfter(at)) {
        enrol(starts.get(next), raised);
        day(next, raised);
        next++;
      }
      enrol(at, raised);
    }

    private void enrol(Instant until, Raised raised) {
      if (!enrolled && !member.joinedAt().isAfter(until)) {
        enrolled = true;
        raised.happened(TriggerKind.ENROLMENT, member.joinedAt());
      }
    }

    private void day(int day, Raised raised) {
      Instant start = starts.get(day);
      if (!member.active() || member.joinedAt().isAfter(start)) {
        return;
      }
      LocalDate born = member.buyer().birthDate();
      if (born != null && birthdays.getOrDefault(born, Set.of()).contains(day)) {
        raised.happened(TriggerKind.BIRTHDAY, start);
      }
      if (wanted.contains(TriggerKind.TIME)) {
        raised.happened(TriggerKind.TIME, start);
      }
    }
  }

  /** The days of one member, from the first on. */
  Turn turn(Script.Known member) {
    return new Turn(member);
  }

  /** The start of a day by its place; null after the last. */
  @Nullable Instant start(int day) {
    return day < starts.size() ? starts.get(day) : null;
  }
}
