package club.vafa.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a document gave of one lot, in their order. Sara's purchase earns 40 for what
 * it cost and 10 for the fifth visit: a lot of 50 with two shares, and two entries in the journal.
 */
record Shares(List<Share> all) {
  static final Shares NONE = new Shares(List.of());

  /** The most rules that have a part in one lot: entries count on in its id's last digits. */
  static final int MOST = 16;

  private static final int LAST_DIGITS = 0xFFFF;

  /** What a rule gave; no rule where something else made the lot. */
  record Share(Cause.@Nullable Rule rule, long amount) {}

  static Shares of(Cause.@Nullable Rule rule, long amount) {
    return new Shares(List.of(new Share(rule, amount)));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether several rules have a part. */
  boolean several() {
    return all.size() > 1;
  }

  /** Whether there is room for one more in a lot of this id. */
  boolean haveRoom(UUID lot) {
    return all.size() < MOST
        && (lot.getLeastSignificantBits() & LAST_DIGITS) + all.size() <= LAST_DIGITS;
  }

  /** The id of the entry that makes the next share: the lot's, counted on. */
  UUID next(UUID lot) {
    return new UUID(lot.getMostSignificantBits(), lot.getLeastSignificantBits() + all.size());
  }

  /** Not after the lot that an entry may be a share of, and after those before it. */
  static UUID firstRow(UUID entry) {
    return new UUID(
        entry.getMostSignificantBits(), entry.getLeastSignificantBits() & ~(long) LAST_DIGITS);
  }

  Shares and(Cause.@Nullable Rule rule, long amount) {
    if (all.isEmpty()) {
      return of(rule, amount);
    }
    List<Share> more = new ArrayList<>(all);
    more.add(new Share(rule, amount));
    return new Shares(more);
  }

  /** Whether that rule has a part; null asks for any. */
  boolean have(Cause.@Nullable Rule rule) {
    if (rule == null) {
      return true;
    }
    for (Share share : all) {
      if (rule.same(share.rule())) {
        return true;
      }
    }
    return false;
  }

  /**
   * How much the member had by that rule. What was taken back by a rule was of its share; of the
   * rest, what expired was of the last shares, because the first are spent first.
   *
   * @param kept what did not expire
   * @param takenBack what returns took from this lot
   */
  long had(Cause.Rule rule, long kept, List<Entry> takenBack) {
    long rest = kept;
    for (Share share : all) {
      rest -= back(share, takenBack);
    }
    for (Share share : all) {
      long back = back(share, takenBack);
      long part = Math.min(share.amount() - back, Math.max(0, rest));
      if (rule.same(share.rule())) {
        return back + part;
      }
      rest -= part;
    }
    return 0;
  }

  /** How much of what is there is that rule's: what was spent was of the first shares. */
  long left(Cause.Rule rule, long there, List<Entry> takenBack) {
    long rest = there;
    for (Share share : all.reversed()) {
      long part = Math.min(share.amount() - back(share, takenBack), rest);
      if (rule.same(share.rule())) {
        return part;
      }
      rest -= part;
    }
    return 0;
  }

  private static long back(Share share, List<Entry> takenBack) {
    long back = 0;
    for (Entry entry : takenBack) {
      Cause.Rule by = entry.cause().rule();
      back += by != null && by.same(share.rule()) ? entry.amount() : 0;
    }
    return Math.min(share.amount(), back);
  }

  /** Something of the rules, where there are several. */
  <T> List<T> rules(Function<Cause.Rule, T> of) {
    if (!several()) {
      return List.of();
    }
    List<T> column = new ArrayList<>(all.size());
    for (Share share : all) {
      column.add(of.apply(Objects.requireNonNull(share.rule())));
    }
    return column;
  }

  /** The sum of the first share, of the first two, and so on, where there are several. */
  List<Long> sums() {
    if (!several()) {
      return List.of();
    }
    List<Long> sums = new ArrayList<>(all.size());
    long sum = 0;
    for (Share share : all) {
      sum += share.amount();
      sums.add(sum);
    }
    return sums;
  }
}
