package club.vafa.activity;

import club.vafa.activity.PageStore.Block;
import club.vafa.activity.PageStore.Packed;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The past of a club packed by member, made of the purchases that are recorded for whoever goes
 * through all of it again. Members are dealt into buckets; what was recorded together becomes one
 * page of each bucket. Nothing depends on it: it can be thrown away and made again.
 */
@Component
class PastPages {
  private static final Logger LOG = LoggerFactory.getLogger(PastPages.class);
  private static final int BUCKETS = 64;
  private static final int BLOCK = 250_000;

  private final PageStore store;
  private final HistoryStore history;

  PastPages(PageStore store, HistoryStore history) {
    this.store = store;
    this.history = history;
  }

  /** Packs the next purchases; whether there were as many as are worth it. */
  boolean pack(ClubId club, Instant before, int least) {
    store.alone(club);
    UUID after = store.packed(club).through();
    Optional<Block> next =
        store
            .next(club, after, new UUID(before.toEpochMilli() << 16, 0), BLOCK)
            .filter(block -> block.purchases() >= least);
    next.ifPresent(block -> {
      Pages pages = new Pages();
      history.purchases(club, new HistoryStore.Range(after, block.through()), pages);
      store.insert(club, block, pages.extent(), pages.packed());
    });
    return next.isPresent();
  }

  /** What of a past can be read from pages; nothing when rows must be. */
  Optional<Packed> packed(ClubId club, PastQuery query) {
    boolean plain =
        query.along() == PastQuery.Along.MEMBERS
            && query.members().isEmpty()
            && !query.events()
            && query.details().equals(PastQuery.Details.NONE);
    return Optional.of(plain ? store.packed(club) : Packed.NOTHING)
        .filter(packed -> packed.purchases() > 0);
  }

  /** How much past there is: pages tell of theirs, unless only a part of it is asked for. */
  PastQuery.Extent extent(ClubId club, PastQuery query) {
    Instant before = query.before();
    return packed(club, query)
        .filter(known -> before == null || ends(known.extent(), before))
        .map(known -> known.extent().plus(history.extent(club, query, known.through())))
        .orElseGet(() -> history.extent(club, query));
  }

  private static boolean ends(PastQuery.Extent extent, Instant before) {
    Instant last = extent.last();
    return last == null || last.isBefore(before);
  }

  /**
   * Hands over all members by buckets.
   *
   * @return false when there are no pages for it, and nothing was handed over
   */
  boolean read(ClubId club, PastQuery query, Consumer<PastBucket> each) {
    Optional<Packed> packed = packed(club, query);
    packed.ifPresent(known -> {
      Pages since = new Pages();
      history.purchases(club, new HistoryStore.Range(known.through(), null), since);
      new Dealing(query, since.packed(), each).deal(club);
    });
    return packed.isPresent();
  }

  /**
   * Forgets pages that lack purchases: one that was recorded late, by a transaction that took hours
   * or a clock that was wrong, has an id that was passed already.
   */
  void check(ClubId club) {
    Packed packed = store.packed(club);
    if (packed.purchases() > 0 && store.purchases(club, packed.through()) != packed.purchases()) {
      LOG.info("The packed past of {} is not whole and is made again", club);
      store.forget(club);
    }
  }

  /** Pages of purchases that are recorded nowhere, by bucket; of one member as they come. */
  static Map<Integer, byte[]> packed(List<PastPurchase> purchases) {
    Pages pages = new Pages();
    purchases.forEach(pages::add);
    return pages.packed();
  }

  private static int bucket(MemberId member) {
    long low = member.value().getLeastSignificantBits();
    return (int) ((low ^ (low >>> Integer.SIZE)) & (BUCKETS - 1));
  }

  /** Packs rows of the past as they come. */
  private static final class Pages implements Consumer<PastRow> {
    private final LineReader lines = new LineReader();
    private final Map<Integer, PageWriter> writers = new HashMap<>();
    private long purchases;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    @Override
    public void accept(PastRow row) {
      Instant at = row.occurredAt();
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
      purchases++;
      add(row.purchase(lines));
    }

    void add(PastPurchase purchase) {
      writers.computeIfAbsent(bucket(purchase.member()), _ -> new PageWriter()).add(purchase);
    }

    PastQuery.Extent extent() {
      return purchases == 0
          ? Packed.NOTHING.extent()
          : new PastQuery.Extent(purchases, first, last);
    }

    Map<Integer, byte[]> packed() {
      Map<Integer, byte[]> packed = new HashMap<>();
      writers.forEach((bucket, writer) -> packed.put(bucket, writer.page()));
      return packed;
    }
  }

  /** Deals out buckets as their pages come, each with what was recorded since. */
  private final class Dealing {
    private final PastQuery query;
    private final Map<Integer, byte[]> since;
    private final Consumer<PastBucket> each;
    private List<byte[]> pages = new ArrayList<>();
    private int bucket;

    Dealing(PastQuery query, Map<Integer, byte[]> since, Consumer<PastBucket> each) {
      this.query = query;
      this.since = since;
      this.each = each;
    }

    void deal(ClubId club) {
      store.pages(club, this::take);
      end(BUCKETS);
    }

    private void take(byte[] page, int of) {
      end(of);
      pages.add(page);
    }

    /** Ends the buckets before that one. */
    private void end(int before) {
      while (bucket < before) {
        byte[] last = since.get(bucket++);
        if (last != null) {
          pages.add(last);
        }
        if (!pages.isEmpty()) {
          each.accept(new PastBucket(pages, query.before()));
          pages = new ArrayList<>();
        }
      }
    }
  }
}
