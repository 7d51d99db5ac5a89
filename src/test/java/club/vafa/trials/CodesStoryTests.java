package club.vafa.trials;

import static club.vafa.testing.TestClub.done;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.CouponId;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.NewBatch;
import club.vafa.campaigns.NewCoupon;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.CodePattern;
import club.vafa.rewards.Batches;
import club.vafa.rewards.RewardId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many codes in little time. {@code -Dvafa.codes=100000} makes so many of each kind and {@code
 * -Dvafa.codes.among=10000000} looks codes up among so many; what it took and how the database
 * finds a code is printed, and held against the goals when these are asked for.
 */
@StoryTest
@Import(TestClub.class)
class CodesStoryTests {
  private static final int WANTED = Integer.getInteger("vafa.codes", 5_000);
  private static final long AMONG = Long.getLong("vafa.codes.among", 5_000);
  private static final int LOOKS = AMONG > 1_000_000 ? 1_000 : 50;
  private static final int WARMING = LOOKS / 5;
  private static final long STEP = 500_000;

  /** In order, so that filling the table is quick. */
  private static final String CODE = "upper(lpad(to_hex(g * 109951162), 16, '0'))";

  private final TestClub founding;
  private final Clubs clubs;
  private final Batches batches;
  private final Coupons coupons;
  private final JdbcClient jdbc;
  @LocalServerPort private int port;
  private Club club;
  private Web web;

  CodesStoryTests(
      TestClub founding, Clubs clubs, Batches batches, Coupons coupons, JdbcClient jdbc) {
    this.founding = founding;
    this.clubs = clubs;
    this.batches = batches;
    this.coupons = coupons;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void theClubHasATill() {
    club = founding.cafe();
    web = new Web(port, founding.key(club));
  }

  @Test
  void vouchersAreMadeByTheHundredThousand() {
    RewardId reward = reward();
    ClubScope.run(
        club.id(),
        () -> done(batches.begin(club, new Batches.Wish(reward, WANTED, true, null, "test"))));
    made("vouchers", () -> batches.goOn(clubs.get(club.id())));
    assertThat(count("rewards.voucher")).isEqualTo(WANTED);
  }

  @Test
  void couponsAreMadeByTheHundredThousand() {
    CouponId coupon = coupon();
    String pattern = "########?";
    ClubScope.run(
        club.id(),
        () ->
            done(
                coupons.make(
                    club.id(),
                    new NewBatch(coupon, WANTED, pattern, CodePattern.CLEAR, true, null, "test"))));
    made("coupons", () -> coupons.makeSome(club.id()));
    assertThat(count("campaigns.coupon_code")).isEqualTo(WANTED + 1);
    assertThat(ClubScope.call(club.id(), () -> coupons.codes(club.id(), coupon, "", 500)))
        .filteredOn(code -> !code.code().equals("MANY"))
        .allMatch(code -> new CodePattern(pattern, CodePattern.CLEAR).fits(code.code()));
  }

  private void made(String what, BooleanSupplier some) {
    long start = System.nanoTime();
    while (ClubScope.call(club.id(), some::getAsBoolean)) {
      // Each turn makes a chunk.
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf("%,d %s made in %,d ms%n", WANTED, what, took.toMillis());
    if (Integer.getInteger("vafa.codes") != null) {
      assertThat(took)
          .isLessThan(Duration.ofSeconds(5).multipliedBy(Math.max(1, WANTED / 100_000)));
    }
  }

  @Test
  void aVoucherIsFoundAmongMany() {
    UUID reward = reward().value();
    fill(
        """
        insert into rewards.voucher (club_id, id, reward_id, left_over, issued_at, version, state,
          code, shown)
        select ?, ('00000000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, ?, 1,
          '2026-01-01Z', 1, 2, %1$s, %1$s
        from generate_series(?::bigint, ?::bigint) g
        """,
        reward);
    found("rewards.voucher", "/v1/vouchers?code=");
  }

  @Test
  void aCouponIsFoundAmongMany() {
    UUID coupon = coupon().value();
    fill(
        """
        insert into campaigns.coupon_code (club_id, coupon_id, code, state, hard)
        select ?, ?, %1$s, 2, 0 from generate_series(?::bigint, ?::bigint) g
        """,
        coupon);
    found("campaigns.coupon_code", "/v1/coupon-codes?code=");
  }

  private void fill(String sql, UUID of) {
    for (long from = 0; from < AMONG; from += STEP) {
      long until = Math.min(AMONG, from + STEP) - 1;
      long first = from;
      ClubScope.run(
          club.id(),
          () -> jdbc.sql(sql.formatted(CODE)).params(club.id().value(), of, first, until).update());
    }
  }

  private void found(String table, String path) {
    List<String> codes = codes(0, LOOKS);
    String sql = "select * from " + table + " where club_id = ? and code = ?";
    ClubScope.run(
        club.id(),
        () -> {
          jdbc.sql("explain (analyze, buffers) " + sql)
              .params(club.id().value(), codes.getFirst())
              .query((row, _) -> row.getString(1))
              .list()
              .forEach(System.out::println);
          held(
              table + " by its table",
              at ->
                  assertThat(
                          jdbc.sql(sql)
                              .params(club.id().value(), codes.get(at))
                              .query()
                              .listOfRows())
                      .hasSize(1));
        });
    // The first answers of a fresh program take longer, whatever is asked: they are not of codes.
    codes(LOOKS, WARMING).forEach(code -> web.get(path + code).expect(200));
    held(
        table + " over HTTP",
        at ->
            assertThat(web.get(path + codes.get(at)).expect(200).at("/code"))
                .isEqualTo(codes.get(at)));
  }

  /** Some codes from all over the table. */
  private List<String> codes(int from, int count) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql("select " + CODE + " from unnest(?::bigint[]) g")
                .param(
                    IntStream.range(from, from + count)
                        .mapToObj(at -> Math.floorMod(at * 7_919_999L, AMONG))
                        .toArray(Long[]::new))
                .query((row, _) -> row.getString(1))
                .list());
  }

  private static void held(String what, IntConsumer look) {
    long[] nanos = new long[LOOKS];
    for (int at = 0; at < LOOKS; at++) {
      long start = System.nanoTime();
      look.accept(at);
      nanos[at] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%s among %,d: %,d µs (median), %,d µs (95 of 100), %,d µs (99 of 100)%n",
        what,
        AMONG,
        nanos[LOOKS / 2] / 1_000,
        nanos[LOOKS * 95 / 100] / 1_000,
        nanos[LOOKS * 99 / 100] / 1_000);
    if (Long.getLong("vafa.codes.among") != null) {
      assertThat(nanos[LOOKS / 2]).isLessThan(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private long count(String table) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql("select count(*) from " + table + " where club_id = ?")
                .param(club.id().value())
                .query((row, _) -> row.getLong(1))
                .single());
  }

  private RewardId reward() {
    String id =
        web.post(
                "/v1/rewards",
                "{'code':'flyer','names':{'en':'Flyer'},'kind':'voucher',"
                    + "'voucher':{'pattern':'CAFE-####-####','money':'1'}}")
            .expect(201)
            .at("/id");
    web.post("/v1/rewards/" + id + "/publish", "").expect(200);
    return RewardId.parse(id).orElseThrow();
  }

  private CouponId coupon() {
    NewCoupon many =
        new NewCoupon(
            "MANY", Coupon.Kind.UNIQUE, Map.of(), null, null, List.of(), null, true, "test");
    return ClubScope.call(club.id(), () -> done(coupons.define(club.id(), many))).id();
  }
}
