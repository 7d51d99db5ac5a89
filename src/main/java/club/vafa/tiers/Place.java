package club.vafa.tiers;

import club.vafa.tiers.Ladder.Climber;
import club.vafa.tiers.Ladder.Window;
import club.vafa.tiers.TierSet.Up;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member's place in one set, while it is worked on. It knows the tiers that were earned, each
 * with what earned it, so that a return undoes exactly that: silver until December, gold above it
 * since June; the sale of June comes back and silver is left, until December as before.
 */
final class Place {
  /** More turns than a member can have missed: a hundred years of months. */
  private static final int MOST_STEPS = 1200;

  final Ladder ladder;
  final Climber climber;
  private final List<Held> earned;
  private @Nullable LocalDate grace;
  private @Nullable GivenTier given;
  private final Past past;
  private LocalDate asOf;
  private Cause cause = Cause.TIME;
  final List<Change> changes = new ArrayList<>();

  Place(Ladder ladder, Climber climber, SetState state, LocalDate asOf) {
    this.ladder = ladder;
    this.climber = climber;
    this.earned = new ArrayList<>(state.earned());
    this.grace = state.grace();
    this.given = state.given();
    this.past = new Past(ladder, state.past());
    this.asOf = asOf;
  }

  SetState state() {
    return new SetState(earned, grace, given, past.all());
  }

  @Nullable Held held() {
    return earned.isEmpty() ? null : earned.getLast();
  }

  @Nullable LocalDate grace() {
    return grace;
  }

  @Nullable GivenTier given() {
    return given;
  }

  LocalDate asOf() {
    return asOf;
  }

  /** The rank that was earned. */
  int rank() {
    Held held = held();
    return held == null ? ladder.base() : ladder.rank(held.tier());
  }

  /** The rank that counts, with what was given by hand. */
  int effective() {
    if (given == null) {
      return rank();
    }
    int hand = ladder.rank(given.tier());
    return given.floor() ? Math.max(hand, rank()) : Math.min(hand, rank());
  }

  @Nullable String tier() {
    return ladder.code(effective());
  }

  /** Whether what counts is what somebody gave. */
  boolean byHand() {
    return given != null && effective() != rank();
  }

  @Nullable LocalDate until() {
    if (given != null && byHand()) {
      return given.until();
    }
    Held held = held();
    return held == null ? null : grace != null ? grace : held.until();
  }

  /** The tier that was held at an instant, as far as is known by now. */
  @Nullable String tierAt(Instant at) {
    return past.at(at);
  }

  /** The next day on which time alone changes something; null when nothing is due. */
  @Nullable LocalDate due() {
    LocalDate due = null;
    if (given != null && given.until() != null) {
      due = given.until().plusDays(1);
    }
    Held held = held();
    if (grace != null) {
      due = Ladder.first(due, grace.plusDays(1));
    } else if (held != null && held.until() != null) {
      due = Ladder.first(due, held.until().plusDays(1));
    }
    if (rank() < ladder.top()) {
      due = Ladder.first(due, ladder.tenureMet(climber, asOf));
    }
    if (ladder.set().up() == Up.PERIOD_END && ladder.qualified(climber, asOf) > rank()) {
      due = Ladder.first(due, ladder.periodEnd(asOf).plusDays(1));
    }
    return due;
  }

  /** Does what time has brought until this day. */
  void bringUpTo(LocalDate day) {
    Turn turn = new Turn(this);
    LocalDate due = due();
    for (int steps = 0; due != null && !due.isAfter(day) && steps < MOST_STEPS; steps++) {
      turn.step(due);
      due = due();
    }
    reach(day);
  }

  void reach(LocalDate day) {
    if (day.isAfter(asOf)) {
      asOf = day;
    }
  }

  /** What was given by hand has come to its end, if it has. */
  void endGiven(LocalDate day) {
    if (given != null && given.until() != null && given.until().isBefore(day)) {
      given = null;
      record(Reason.ENDED, ladder.start(day));
    }
  }

  List<Held> earned() {
    return earned;
  }

  void grace(@Nullable LocalDate last) {
    grace = last;
  }

  void renew(Held kept) {
    earned.set(earned.size() - 1, kept);
  }

  private void riseBy(LocalDate day, Instant at) {
    Search.Found best = new Search(this).since(day);
    if (best != null) {
      Instant start = ladder.start(best.since());
      push(best.rank(), best.until(), best.window(), start.isAfter(at) ? start : at);
    }
  }

  void push(int reached, @Nullable LocalDate until, Window window, Instant since) {
    earned.removeIf(held -> ladder.rank(held.tier()) >= reached || held.over(asOf));
    grace = null;
    earned.add(
        new Held(
            Ladder.text(ladder.code(reached)), until, window.from(), window.to(), since, null));
    record(Reason.QUALIFIED, since);
  }

  /**
   * Something was done on this day, which may lie in the past: whatever it and the days after make
   * is looked at, as long as it would still hold.
   */
  void counted(LocalDate day, Instant at, @Nullable UUID document) {
    cause = new Cause(null, null, document);
    reach(day);
    Held held = held();
    if (held != null && grace != null && held.until() != null) {
      Window window = ladder.graceWindow(held.until(), asOf.isAfter(grace) ? grace : asOf);
      if (ladder.qualified(climber, window) >= ladder.rank(held.tier())) {
        grace = null;
        renew(held.kept(ladder.nextUntil(held.until()), window.from(), window.to()));
        record(Reason.KEPT, at);
      }
    }
    riseBy(day, at);
    cause = Cause.TIME;
  }

  /** Has another look: the set may have changed, or more of the past is known than before. */
  void review(Instant now) {
    riseBy(asOf.minusDays(ladder.reach()), now);
  }

  /** Less was done on this day than was thought: what it alone had earned goes. */
  void uncounted(LocalDate day, Instant at, @Nullable UUID document) {
    if (!ladder.set().takesBack()) {
      return;
    }
    cause = new Cause(Reason.RETURNED, at, document);
    boolean lost = false;
    for (int place = earned.size() - 1; place >= 0; place--) {
      Held held = earned.get(place);
      while (held != null && !deserved(held)) {
        held = held.before();
        lost = true;
      }
      if (held == null) {
        earned.remove(place);
      } else {
        earned.set(place, held);
      }
    }
    if (lost) {
      int before = changes.size();
      grace = null;
      bringUpTo(asOf);
      riseBy(day, at);
      if (changes.size() == before) {
        record(Reason.RETURNED, at);
      }
    }
    cause = Cause.TIME;
  }

  private boolean deserved(Held held) {
    return held.from() == null
        || held.to() == null
        || ladder.qualified(climber, new Window(held.from(), held.to()))
            >= ladder.rank(held.tier());
  }

  /** Gives a tier by hand, or with null takes back what was given. */
  void give(@Nullable GivenTier hand, Change said) {
    given = hand;
    note(said);
  }

  /** What another member had earned comes to this one. */
  void join(List<Held> others, @Nullable GivenTier hand, Instant at) {
    for (Held other : others) {
      int rank = ladder.rank(other.tier());
      Held own =
          earned.stream().filter(h -> ladder.rank(h.tier()) == rank).findFirst().orElse(null);
      LocalDate until = own == null ? other.until() : Ladder.later(own.until(), other.until());
      earned.removeIf(held -> ladder.rank(held.tier()) == rank);
      earned.add(
          new Held(other.tier(), until, other.from(), other.to(), other.since(), other.before()));
    }
    earned.sort(Comparator.comparingInt(held -> ladder.rank(held.tier())));
    if (given == null
        || (hand != null && hand.floor() && ladder.rank(hand.tier()) > ladder.rank(given.tier()))) {
      given = hand == null ? given : hand;
    }
    cause = new Cause(Reason.MERGED, at, null);
    record(Reason.MERGED, at);
    riseBy(asOf.minusDays(ladder.reach()), at);
    cause = Cause.TIME;
  }

  void record(Reason reason, Instant since) {
    Instant from =
        cause.notBefore() != null && since.isBefore(cause.notBefore()) ? cause.notBefore() : since;
    note(
        new Change(
            ladder.set().code(),
            null,
            null,
            from,
            null,
            cause.instead() == null ? reason : cause.instead(),
            null,
            null,
            cause.document()));
  }

  /** Writes down what holds from then on, in the name of who said so. */
  private void note(Change said) {
    String now = tier();
    changes.add(
        new Change(
            said.set(),
            past.last(),
            now,
            said.since(),
            until(),
            said.reason(),
            said.actor(),
            said.note(),
            said.document()));
    past.add(said.since(), now);
  }
}
