package club.vafa.rewards;

import static club.vafa.testing.TestClub.done;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many vouchers. {@code -Dvafa.vouchers=10000000} looks codes up among ten million and {@code
 * -Dvafa.codes=100000} makes so many; what it took is printed, and held against the goals when
 * these are asked for.
 */
@StoryTest
@Import(TestClub.class)
class VouchersAtScaleStoryTests {
  private static final int LOOKS = 2_000;

  private final TestClub clubs;
  private final Clubs known;
  private final Batches batches;
  private final Vouchers vouchers;
  private final JdbcClient jdbc;
  @LocalServerPort private int port;

  VouchersAtScaleStoryTests(
      TestClub clubs, Clubs known, Batches batches, Vouchers vouchers, JdbcClient jdbc) {
    this.clubs = clubs;
    this.known = known;
    this.batches = batches;
    this.vouchers = vouchers;
    this.jdbc = jdbc;
  }

  @Test
  void codesAreMadeByTheHundredThousand() {
    int wanted = Integer.getInteger("vafa.codes", 10_000);
    Shopping shop = new Shopping(clubs, port);
    RewardId reward =
        RewardId.parse(
                shop.live(
                    "flyer", "'kind':'voucher','voucher':{'pattern':'CAFE-####-####','money':'1'}"))
            .orElseThrow();
    long start = System.nanoTime();
    Batch batch =
        ClubScope.call(
            shop.club.id(),
            () ->
                done(
                    batches.begin(
                        known.get(shop.club.id()),
                        new Batches.Wish(reward, wanted, true, null, "test"))));
    boolean more = true;
    while (more) {
      more = ClubScope.call(shop.club.id(), () -> batches.goOn(known.get(shop.club.id())));
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    long made =
        ClubScope.call(
            shop.club.id(), () -> batches.find(shop.club.id(), batch.id()).orElseThrow().made());

    System.out.println(wanted + " codes made in " + millis + " ms");
    assertThat(made).isEqualTo(wanted);
    if (Integer.getInteger("vafa.codes") != null) {
      assertThat(millis).isLessThan(5_000L * Math.max(1, wanted / 100_000));
    }
  }

  @Test
  void aCodeIsFoundAmongMany() {
    long many = Long.getLong("vafa.vouchers", 20_000);
    Shopping shop = new Shopping(clubs, port);
    String reward =
        shop.live("flyer", "'kind':'voucher','voucher':{'pattern':'CAFE-####-####','money':'1'}");
    UUID id = RewardId.parse(reward).orElseThrow().value();
    for (long from = 0; from < many; from += 500_000) {
      fill(shop, id, from, Math.min(many, from + 500_000));
    }
    List<String> codes =
        ClubScope.call(
            shop.club.id(),
            () ->
                jdbc.sql("select upper(substr(md5(g::text), 1, 16)) from unnest(?::bigint[]) g")
                    .param(
                        LongStream.range(0, LOOKS)
                            .map(at -> Math.floorMod(at * 7_919_999L, many))
                            .boxed()
                            .toArray(Long[]::new))
                    .query((row, _) -> row.getString(1))
                    .list());
    long[] nanos = new long[LOOKS];
    for (int at = 0; at < LOOKS; at++) {
      String code = codes.get(at);
      long start = System.nanoTime();
      ClubScope.run(
          shop.club.id(),
          () -> assertThat(done(vouchers.find(shop.club.id(), id, code)).code()).isEqualTo(code));
      nanos[at] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%,d vouchers: a code is looked up in %d µs (median), %d µs (99 of 100)%n",
        many, nanos[LOOKS / 2] / 1_000, nanos[LOOKS * 99 / 100] / 1_000);
    if (Long.getLong("vafa.vouchers") != null) {
      assertThat(nanos[LOOKS * 99 / 100]).isLessThan(5_000_000L);
    }
  }

  private void fill(Shopping shop, UUID reward, long from, long until) {
    ClubScope.run(
        shop.club.id(),
        () ->
            jdbc.sql(
                    """
                    insert into rewards.voucher (club_id, id, reward_id, left_over, issued_at,
                      version, state, code, shown)
                    select ?, ('00000000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, ?, 1,
                      '2026-01-01Z', 1, 2, upper(substr(md5(g::text), 1, 16)),
                      upper(substr(md5(g::text), 1, 16))
                    from generate_series(?::bigint, ?::bigint) g
                    """)
                .params(shop.club.id().value(), reward, from, until - 1)
                .update());
  }
}
