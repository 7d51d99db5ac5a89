package club.vafa.replay;

import club.vafa.kernel.MemberId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The members for whom the draft makes the greatest difference, in one direction. */
final class Best {
  static final int MOST = 10;

  /** One of them, with the sales that show it. */
  record Member(
      MemberId id,
      Fate fate,
      List<Long> draftUnits,
      List<Long> liveUnits,
      Map<String, @Nullable String> draftTiers,
      Map<String, @Nullable String> liveTiers,
      List<Life.Example> examples) {}

  private final int sign;
  private final Comparator<Member> order;
  private final PriorityQueue<Member> kept;

  /**
   * @param sign 1 for those who win, −1 for those who lose
   */
  Best(int sign) {
    this.sign = sign;
    this.order =
        Comparator.comparingLong((Member one) -> sign * (one.fate().draft() - one.fate().live()))
            .thenComparingLong(one -> sign * one.fate().unitsApart())
            .thenComparing(Member::id);
    this.kept = new PriorityQueue<>(order);
  }

  void offer(Life life, Fate fate) {
    if (fate.compared() == sign) {
      Member one =
          new Member(
              life.member.id(),
              fate,
              units(life.draft),
              units(life.live),
              life.draft.tiers(),
              life.live.tiers(),
              life.examples);
      offer(one);
    }
  }

  private static List<Long> units(Path path) {
    return Arrays.stream(path.units).boxed().toList();
  }

  private void offer(Member one) {
    kept.add(one);
    if (kept.size() > MOST) {
      kept.poll();
    }
  }

  void add(Best other) {
    other.kept.forEach(this::offer);
  }

  /** The greatest difference first. */
  List<Member> inOrder() {
    List<Member> all = new ArrayList<>(kept);
    all.sort(order.reversed());
    return all;
  }
}
