package club.vafa.earning;

import club.vafa.kernel.MemberId;
import club.vafa.rules.Decision;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Caps and budgets are free again for what a decision would not have taken of them.
 *
 * @param member for whom it was counted
 * @param earlier what was undone of it before
 */
record Uncounting(Round round, MemberId member, Detail decided, List<ReturnDetail> earlier) {

  /**
   * Takes it off the counters.
   *
   * @param still what is decided without the goods that came back; null when nothing is left
   */
  List<ReturnDetail.Uncounted> undo(@Nullable Decision still) {
    Map<Counter, Used> kept = still == null ? Map.of() : still.consumed();
    List<ReturnDetail.Uncounted> uncounted = new ArrayList<>();
    for (Detail.Counted counted : decided.counted()) {
      Used keeps = kept.getOrDefault(counted.counter(), Used.NOTHING);
      Used less = left(counted);
      Used free =
          new Used(
              Math.max(0, less.uses() - keeps.uses()),
              Math.max(0, less.units() - keeps.units()),
              Math.max(0, less.money() - keeps.money()));
      if (!free.equals(Used.NOTHING)) {
        round.unuse(member, counted.counter(), free);
        uncounted.add(new ReturnDetail.Uncounted(counted.counter(), free));
      }
    }
    return uncounted;
  }

  private Used left(Detail.Counted counted) {
    Used left = counted.added();
    for (ReturnDetail before : earlier) {
      for (ReturnDetail.Uncounted one : before.uncounted()) {
        left = one.counter().equals(counted.counter()) ? left.minus(one.less()) : left;
      }
    }
    return left;
  }
}
