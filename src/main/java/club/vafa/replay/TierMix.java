package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.earning.Buyer;
import club.vafa.replay.ReplayResult.TierMonth;
import club.vafa.tiers.TierBook;
import club.vafa.tiers.TierSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many members stood in which tier at the end of each month, under one program. */
final class TierMix {
  private final Side side;
  private final Months.Span months;
  private final Instant end;
  private final List<Step> steps = new ArrayList<>();

  /** Members by step and month. */
  private final long[][] members;

  /** A tier of a set, or none of them. */
  record Step(String set, @Nullable String tier) {}

  TierMix(Side side, Months.Span months, Instant end) {
    this.side = side;
    this.months = months;
    this.end = end;
    for (TierSet set : side.program().tiers()) {
      if (!set.tiers().getFirst().needs().isEmpty()) {
        steps.add(new Step(set.code(), null));
      }
      set.tiers().forEach(tier -> steps.add(new Step(set.code(), tier.code())));
    }
    this.members = new long[steps.size()][months.count()];
  }

  /** The last instant that is told of. */
  Instant end() {
    return end.minusNanos(1);
  }

  /** Members in a step at the end of a month. */
  private long members(Step step, int month) {
    int at = steps.indexOf(step);
    return at < 0 ? 0 : members[at][month];
  }

  /**
   * Takes in a member.
   *
   * @param since from which day on they are one
   * @param held by set, at an instant
   */
  void add(LocalDate since, Function<Instant, Map<String, @Nullable String>> held) {
    if (steps.isEmpty()) {
      return;
    }
    for (int month = 0; month < months.count(); month++) {
      if (!since.isAfter(months.end(month))) {
        int at = month;
        held.apply(months.close(month, end))
            .forEach((set, tier) -> members[steps.indexOf(new Step(set, tier))][at]++);
      }
    }
  }

  /** Takes in a member who bought nothing. */
  void add(Buyer idle) {
    if (!steps.isEmpty()) {
      Club club = side.program().club();
      TierBook.Trial trial =
          new TierBook.Trial(side.program().tiers(), club.day(end.minusNanos(1)));
      TierBook book = TierBook.rehearsed(club, trial, idle.id(), idle.joined());
      book.bringUp(idle.id(), idle.joined());
      add(idle.joined(), at -> book.heldAt(idle.id(), idle.joined(), at));
    }
  }

  /** Both programs beside each other. */
  static List<TierMonth> told(TierMix draft, TierMix live) {
    Set<Step> all = new LinkedHashSet<>(draft.steps);
    all.addAll(live.steps);
    List<TierMonth> told = new ArrayList<>();
    for (int month = 0; month < draft.months.count(); month++) {
      for (Step step : all) {
        told.add(
            new TierMonth(
                draft.months.end(month),
                step.set(),
                step.tier(),
                draft.members(step, month),
                live.members(step, month)));
      }
    }
    return told;
  }

  void add(TierMix other) {
    for (int at = 0; at < members.length; at++) {
      Sums.add(members[at], other.members[at]);
    }
  }
}
