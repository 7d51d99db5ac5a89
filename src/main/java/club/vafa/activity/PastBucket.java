package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The whole past of some members, packed. It is unpacked by whoever goes through it, once and
 * member by member.
 */
public final class PastBucket {
  private final List<byte[]> pages;
  private final @Nullable Instant before;
  private @Nullable PriorityQueue<Turn> turns;

  /**
   * A bucket.
   *
   * @param pages the older purchases first
   * @param before the first instant that is left out; null when none is
   */
  PastBucket(List<byte[]> pages, @Nullable Instant before) {
    this.pages = pages;
    this.before = before;
  }

  /** A page whose next member is this one. */
  private record Turn(MemberId member, int page, PageReader reader) {}

  public int purchases() {
    int purchases = 0;
    for (byte[] page : pages) {
      purchases += PageReader.purchases(page);
    }
    return purchases;
  }

  /** All purchases of the next member as they were recorded; none when nobody is left. */
  public List<PastPurchase> next() {
    PriorityQueue<Turn> open = turns();
    List<PastPurchase> purchases = new ArrayList<>();
    while (purchases.isEmpty() && !open.isEmpty()) {
      MemberId member = open.element().member();
      while (!open.isEmpty() && open.element().member().equals(member)) {
        Turn turn = open.remove();
        turn.reader().read(purchases);
        add(open, turn.page(), turn.reader());
      }
      Instant end = before;
      if (end != null) {
        purchases.removeIf(one -> !one.occurredAt().isBefore(end));
      }
    }
    return purchases;
  }

  private PriorityQueue<Turn> turns() {
    PriorityQueue<Turn> known = turns;
    if (known == null) {
      known = new PriorityQueue<>(Comparator.comparing(Turn::member).thenComparingInt(Turn::page));
      for (int page = 0; page < pages.size(); page++) {
        add(known, page, new PageReader(pages.get(page)));
      }
      turns = known;
    }
    return known;
  }

  private static void add(PriorityQueue<Turn> turns, int page, PageReader reader) {
    MemberId next = reader.member();
    if (next != null) {
      turns.add(new Turn(next, page, reader));
    }
  }
}
