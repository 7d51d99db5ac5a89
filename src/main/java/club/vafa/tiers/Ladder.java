package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.kernel.CalendarKind;
import club.vafa.tiers.TierSet.Keep;
import club.vafa.tiers.TierSet.Match;
import club.vafa.tiers.TierSet.Need;
import club.vafa.tiers.TierSet.Of;
import club.vafa.tiers.TierSet.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of tiers in its club's calendar: which tier so much makes, in which days is counted, and
 * until when a tier is kept. Twelve rolling months on 10 March 2026 are 11 March 2025 to 10 March
 * 2026. Ranks count from 0, the lowest tier; -1 is none.
 */
record Ladder(Club club, TierSet set) {
  static final int NONE = -1;

  /** Days, both included. */
  record Window(LocalDate from, LocalDate to) {}

  /** Whom the ladder looks at. */
  record Climber(LocalDate joined, Progress progress) {}

  int rank(@Nullable String tier) {
    for (int rank = 0; rank < set.tiers().size(); rank++) {
      if (set.tiers().get(rank).code().equals(tier)) {
        return rank;
      }
    }
    return base();
  }

  /** Where everybody stands who did nothing. */
  int base() {
    return set.tiers().getFirst().needs().isEmpty() ? 0 : NONE;
  }

  int top() {
    return set.tiers().size() - 1;
  }

  @Nullable String code(int rank) {
    return rank == NONE ? null : set.tiers().get(rank).code();
  }

  /** The highest tier that what was done in these days makes. */
  int qualified(Climber climber, Window window) {
    for (int rank = top(); rank > base(); rank--) {
      if (meets(climber, window, rank)) {
        return rank;
      }
    }
    return base();
  }

  int qualified(Climber climber, LocalDate day) {
    return qualified(climber, window(day));
  }

  private boolean meets(Climber climber, Window window, int rank) {
    var needs = set.tiers().get(rank).needs().stream();
    return set.match() == Match.ANY
        ? needs.anyMatch(need -> done(climber, window, need) >= need.atLeast())
        : needs.allMatch(need -> done(climber, window, need) >= need.atLeast());
  }

  /** How much of what a need asks for was done. */
  long done(Climber climber, Window window, Need need) {
    return switch (need.measure().by()) {
      case TENURE -> months(climber.joined(), window.to());
      case SPEND, EARNED, VISITS ->
          climber.progress().sum(need.measure().key(), window.from(), window.to());
    };
  }

  /** Full months since somebody joined. */
  private long months(LocalDate joined, LocalDate day) {
    CalendarKind.Parts start = calendar().parts(joined);
    CalendarKind.Parts end = calendar().parts(day);
    int months = Math.max(0, (end.year() - start.year()) * 12 + end.month() - start.month());
    return months > 0 && calendar().plusMonths(joined, months).isAfter(day) ? months - 1 : months;
  }

  /** The first day after this one on which more months of membership make a need met, if any. */
  @Nullable LocalDate tenureMet(Climber climber, LocalDate after) {
    LocalDate first = null;
    for (TierSet.Tier tier : set.tiers()) {
      for (Need need : tier.needs()) {
        if (need.measure().by() == TierSet.By.TENURE) {
          LocalDate met = calendar().plusMonths(climber.joined(), Math.toIntExact(need.atLeast()));
          if (met.isAfter(after) && (first == null || met.isBefore(first))) {
            first = met;
          }
        }
      }
    }
    return first;
  }

  /** The days that count on this one. */
  Window window(LocalDate day) {
    return switch (set.period()) {
      case Period.Rolling(int months, int days) ->
          new Window(calendar().plusMonths(day, -months).minusDays(days).plusDays(1), day);
      case Period.Calendar _ -> new Window(periodStart(day), periodEnd(day));
      case Period.Ever() -> new Window(Progress.LONG_AGO, day);
    };
  }

  /** In grace the days before still count, as if the period were longer. */
  Window graceWindow(LocalDate until, LocalDate day) {
    return set.period() instanceof Period.Calendar
        ? new Window(periodStart(until), day)
        : window(day);
  }

  boolean isCalendar() {
    return set.period() instanceof Period.Calendar;
  }

  LocalDate periodStart(LocalDate day) {
    return of() == Of.MONTH ? calendar().firstDayOfMonth(day) : calendar().firstDayOfYear(day);
  }

  LocalDate periodEnd(LocalDate day) {
    return of() == Of.MONTH ? calendar().lastDayOfMonth(day) : calendar().lastDayOfYear(day);
  }

  private Of of() {
    return set.period() instanceof Period.Calendar(Of of) ? of : Of.YEAR;
  }

  /** The last day of a tier reached on this one; null when it is kept for good. */
  @Nullable LocalDate keepUntil(LocalDate day) {
    return switch (set.keep()) {
      case Keep.EndOfPeriod() -> periodEnd(day);
      case Keep.EndOfNextPeriod() -> periodEnd(periodEnd(day).plusDays(1));
      case Keep.Months(int months) -> calendar().plusMonths(day, months);
      case Keep.Ever() -> null;
    };
  }

  /** The last day of the turn that follows one that ended with this day. */
  @Nullable LocalDate nextUntil(LocalDate last) {
    return switch (set.keep()) {
      case Keep.EndOfPeriod(), Keep.EndOfNextPeriod() -> periodEnd(last.plusDays(1));
      case Keep.Months(int months) -> calendar().plusMonths(last, months);
      case Keep.Ever() -> null;
    };
  }

  Instant start(LocalDate day) {
    return day.atStartOfDay(club.zone()).toInstant();
  }

  CalendarKind calendar() {
    return club.calendar();
  }

  /** Whether a tier that lasts so long still holds on this day. */
  static boolean holds(@Nullable LocalDate until, LocalDate day) {
    return until == null || !until.isBefore(day);
  }

  static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other == null ? null : one.isAfter(other) ? one : other;
  }

  /** The earlier of two days, of which one may be missing. */
  static @Nullable LocalDate first(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** How many days before its last change a standing may still look at. */
  int reach() {
    long window =
        switch (set.period()) {
          case Period.Rolling(int months, int days) -> months * 31L + days;
          case Period.Calendar(Of of) -> of == Of.YEAR ? 2 * 385L : 2 * 31L;
          case Period.Ever() -> 31;
        };
    long keep = set.keep() instanceof Keep.Months(int months) ? months * 31L : window;
    return Math.toIntExact(window + 2 * keep + set.grace() + 31);
  }

  boolean counts(TierSet.By by) {
    return set.measures().stream().anyMatch(measure -> measure.by() == by);
  }

  static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
