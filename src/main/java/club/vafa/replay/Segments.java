package club.vafa.replay;

import club.vafa.kernel.Amount;
import club.vafa.replay.ReplayResult.Members;
import club.vafa.replay.ReplayResult.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells members apart by when they came first and last, and by what they spent. */
final class Segments {
  private static final Duration NEW = Duration.ofDays(90);
  private static final Duration LAPSED = Duration.ofDays(180);
  private static final int HIGH_ONE_IN = 5;

  private final List<Fate> fates;
  private final Instant last;
  private final int decimals;

  Segments(List<Fate> fates, Instant last, int decimals) {
    this.fates = fates;
    this.last = last;
    this.decimals = decimals;
  }

  private enum Visits {
    NONE,
    NEW,
    REGULAR,
    LAPSED
  }

  private enum Spend {
    HIGH,
    USUAL
  }

  /** What some members come to together. */
  private static final class Sum {
    long members;
    long better;
    long worse;
    long draft;
    long live;

    void add(Fate fate) {
      int compared = fate.compared();
      members++;
      better += compared > 0 ? 1 : 0;
      worse += compared < 0 ? 1 : 0;
      draft += fate.draft();
      live += fate.live();
    }
  }

  Members members() {
    Sum sum = new Sum();
    fates.forEach(sum::add);
    return new Members(sum.members, sum.better, sum.worse, sum.members - sum.better - sum.worse);
  }

  List<Segment> all() {
    long high = high();
    Map<Visits, Map<Spend, Sum>> sums = new EnumMap<>(Visits.class);
    for (Fate fate : fates) {
      sums.computeIfAbsent(visits(fate), _ -> new EnumMap<>(Spend.class))
          .computeIfAbsent(fate.spent() >= high ? Spend.HIGH : Spend.USUAL, _ -> new Sum())
          .add(fate);
    }
    List<Segment> all = new ArrayList<>();
    sums.forEach(
        (visits, bySpend) -> bySpend.forEach((spend, sum) -> all.add(segment(visits, spend, sum))));
    return all;
  }

  private Visits visits(Fate fate) {
    if (fate.last().equals(Instant.MIN)) {
      return Visits.NONE;
    }
    if (fate.last().isBefore(last.minus(LAPSED))) {
      return Visits.LAPSED;
    }
    return fate.first().isAfter(last.minus(NEW)) ? Visits.NEW : Visits.REGULAR;
  }

  /** What the fifth that spends most spends at least. */
  private long high() {
    long[] spent = fates.stream().mapToLong(Fate::spent).sorted().toArray();
    return spent.length == 0 ? 0 : spent[spent.length - 1 - (spent.length - 1) / HIGH_ONE_IN];
  }

  private Segment segment(Visits visits, Spend spend, Sum sum) {
    return new Segment(
        visits.name().toLowerCase(Locale.ROOT),
        spend.name().toLowerCase(Locale.ROOT),
        sum.members,
        sum.better,
        sum.worse,
        Amount.plain(sum.draft, decimals),
        Amount.plain(sum.live, decimals),
        Amount.plain(sum.draft - sum.live, decimals));
  }
}
