package club.vafa.replay;

import club.vafa.activity.Activity;
import club.vafa.activity.PastBucket;
import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastQuery;
import club.vafa.activity.PastQuery.Along;
import club.vafa.activity.PastReturn;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sales of a file, all of it in memory, packed. */
record Filed(
    Activity activity,
    PastFile file,
    Map<UUID, List<PastReturn>> returns,
    Map<MemberId, NewPast.Person> people,
    Map<Integer, byte[]> pages) {

  /** What is asked for of it. */
  Part part(PastQuery query) {
    return new Part(this, query);
  }

  /** A part of it that is lived through. */
  record Part(Filed filed, PastQuery query) implements Source {
    @Override
    public PastQuery.Extent extent() {
      return extent(filed.file(), query.before());
    }

    static PastQuery.Extent extent(PastFile file, @Nullable Instant before) {
      Instant first = file.first();
      Instant last = file.last();
      if (first == null || last == null || (before != null && !first.isBefore(before))) {
        return new PastQuery.Extent(0, null, null);
      }
      boolean whole = before == null || last.isBefore(before);
      return new PastQuery.Extent(
          file.purchases(), first, whole || before == null ? last : before.minusNanos(1));
    }

    @Override
    public Map<UUID, List<PastReturn>> returns() {
      Instant before = query.before();
      if (before == null) {
        return filed.returns();
      }
      Map<UUID, List<PastReturn>> some = new HashMap<>();
      filed
          .returns()
          .forEach((purchase, all) ->
              some.put(
                  purchase,
                  all.stream().filter(one -> one.occurredAt().isBefore(before)).toList()));
      return some;
    }

    @Override
    public void read(Reading reading) {
      if (query.along() == Along.MEMBERS) {
        filed.pages().values().forEach(page -> reading.accept(bucket(page)));
        return;
      }
      List<PastPurchase> all = new ArrayList<>();
      for (byte[] page : filed.pages().values()) {
        PastBucket bucket = bucket(page);
        List<PastPurchase> own = bucket.next();
        while (!own.isEmpty()) {
          all.addAll(own);
          own = bucket.next();
        }
      }
      all.sort(Comparator.comparing(PastPurchase::id));
      reading.accept(all);
    }

    private PastBucket bucket(byte[] page) {
      return filed.activity().unpacked(page, query.before());
    }
  }
}
