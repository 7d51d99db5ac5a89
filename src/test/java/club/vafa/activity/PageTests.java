package club.vafa.activity;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is packed comes out as it was, member by member. */
class PageTests {
  private static final Instant DAY = Instant.parse("2025-03-01T10:00:00.123456Z");
  private static final MemberId SARA = new MemberId(new UUID(5, 1));
  private static final MemberId OMID = new MemberId(new UUID(-5, 2));

  private static PurchaseLine line(String sku, @Nullable Long price, @Nullable Long cost) {
    return new PurchaseLine(sku, "", "قهوه", 1500, price, Long.MIN_VALUE, cost, 7, Long.MAX_VALUE);
  }

  private static PastPurchase purchase(long id, MemberId member, Instant at) {
    return new PastPurchase(
        new UUID(id, 9),
        member,
        at,
        300,
        id,
        id % 2 == 0 ? null : "tehran-1",
        id % 3 == 0 ? "" : null,
        id % 5 == 0 ? List.of() : List.of(line("A-" + id, id, null), line("", null, -id)),
        id % 7 == 0 ? "{\"cardType\":\"☕\"}" : null);
  }

  private static byte[] page(List<PastPurchase> purchases) {
    PageWriter writer = new PageWriter();
    purchases.forEach(writer::add);
    return writer.page();
  }

  private static List<List<PastPurchase>> all(PastBucket bucket) {
    List<List<PastPurchase>> all = new ArrayList<>();
    List<PastPurchase> next = bucket.next();
    while (!next.isEmpty()) {
      all.add(next);
      next = bucket.next();
    }
    return all;
  }

  @Test
  void comesOutMemberByMember() {
    PastPurchase first = purchase(1, SARA, DAY);
    PastPurchase second = purchase(2, OMID, DAY.plusSeconds(1));
    PastPurchase third = purchase(105, SARA, DAY.minusSeconds(100_000_000_000L));
    PastPurchase last = purchase(-4, OMID, Instant.EPOCH.minusNanos(1000));
    PastBucket bucket =
        new PastBucket(List.of(page(List.of(first, second, third)), page(List.of(last))), null);

    assertThat(bucket.purchases()).isEqualTo(4);
    assertThat(all(bucket)).containsExactly(List.of(second, last), List.of(first, third));
  }

  @Test
  void leavesOutWhatCameLater() {
    PastPurchase early = purchase(1, SARA, DAY);
    List<PastPurchase> both = List.of(early, purchase(2, SARA, DAY.plusSeconds(60)));
    List<PastPurchase> late = List.of(purchase(3, OMID, DAY.plusSeconds(60)));

    PastBucket bucket = new PastBucket(List.of(page(both), page(late)), DAY.plusSeconds(60));

    assertThat(all(bucket)).containsExactly(List.of(early));
  }

  @Test
  void anEmptyBucketHasNobody() {
    assertThat(all(new PastBucket(List.of(page(List.of())), null))).isEmpty();
    assertThat(all(new PastBucket(List.of(), null))).isEmpty();
  }

  @Test
  void whateverIsPackedComesOutAsItWas() {
    long seed = ThreadLocalRandom.current().nextLong();
    Random random = new Random(seed);
    List<byte[]> pages = new ArrayList<>();
    List<PastPurchase> put = new ArrayList<>();
    for (int page = 0; page < 5; page++) {
      PageWriter writer = new PageWriter();
      for (int at = random.nextInt(60); at > 0; at--) {
        MemberId member = new MemberId(new UUID(random.nextInt(9) - 4, 0));
        PastPurchase one =
            purchase(
                random.nextLong() >> random.nextInt(64),
                member,
                DAY.plusSeconds(random.nextInt(1_000_000)));
        writer.add(one);
        put.add(one);
      }
      pages.add(writer.page());
    }
    put.sort((one, other) -> one.member().compareTo(other.member()));

    List<PastPurchase> found =
        all(new PastBucket(pages, null)).stream().flatMap(List::stream).toList();

    assertThat(found).as("seed " + seed).isEqualTo(put);
  }
}
