package club.vafa.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.testing.RoomTest;
import club.vafa.tiers.StandingStore.MemberRow;
import club.vafa.tiers.TierBook.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is packed beside a standing says the same as the rows of each day. */
@RoomTest
class DaysModuleTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SPENDERS =
      """
      {'names':{'en':'S'},'period':{'kind':'rolling','days':%d},
       'keep':{'until':'months','months':1},
       'tiers':[{'code':'s0','names':{'en':'0'}},
         {'code':'s1','names':{'en':'1'},'needs':[{'by':'spend','atLeast':'300'}]}]}
      """;
  private static final String FRIENDS =
      """
      {'names':{'en':'F'},'period':{'kind':'ever'},'keep':{'until':'ever'},
       'tiers':[{'code':'f0','names':{'en':'0'}},
         {'code':'f1','names':{'en':'1'},'needs':[{'by':'visits','atLeast':'20'}]}]}
      """;

  private final Tiers tiers;
  private final StandingStore standings;
  private final DayStore days;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Club club = Told.club(CalendarKind.GREGORIAN);
  private final MemberId sara = new MemberId(new Ids().next());

  DaysModuleTests(
      Tiers tiers,
      StandingStore standings,
      DayStore days,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.tiers = tiers;
    this.standings = standings;
    this.days = days;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private <T> T within(Supplier<T> work) {
    return ClubScope.call(
        club.id(), () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
  }

  private void define(String code, String definition) {
    within(() -> tiers.put(club, code, JSON.readTree(definition.replace('\'', '"')), "sara"));
  }

  private boolean count(Instant at, long spent, long visits) {
    return within(() -> {
      TierBook book = tiers.open(club, List.of(sara));
      LocalDate joined = LocalDate.of(2025, 1, 1);
      Counted what =
          new Counted(sara, joined, at, new Ids().next(), Math.abs(spent), visits, Map.of());
      if (spent < 0) {
        book.uncount(what, clock.instant());
      } else {
        book.count(what);
      }
      tiers.write(book);
      return true;
    });
  }

  /** What a round would read, packed, and what the rows of the days say. */
  private void requireTheSame(String which) {
    Reach reach = Reach.of(club, tiers.live(club));
    MemberRow row =
        Objects.requireNonNull(
            within(() -> standings.read(club.id(), List.of(sara), reach)).get(sara));
    Progress rows = new Progress();
    within(() -> {
      LocalDate from = reach.from(row.asOf());
      days.load(club.id(), Map.of(sara, from), reach.ever(), _ -> rows);
      return true;
    });
    assertThat(row.progress().all()).as(which).isEqualTo(rows.all());
    assertThat(packed()).as(which).isTrue();
  }

  /** Whether a round finds what it needs without the rows. */
  private boolean packed() {
    Reach reach = Reach.of(club, tiers.live(club));
    return within(() ->
        jdbc.sql("select days, as_of from tiers.member where club_id = ? and member_id = ?")
            .params(club.id().value(), sara.value())
            .query((row, _) -> {
              LocalDate from = reach.from(row.getObject(2, LocalDate.class));
              return Days.unpack(row.getBytes(1), from, reach.ever()).isPresent();
            })
            .single());
  }

  @Test
  void packedAndRowsSayTheSameThroughAnyLife() {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    clock.moveTo(Instant.parse("2026-01-01T10:00:00Z"));
    define("spenders", SPENDERS.formatted(20));
    List<Instant> sales = new ArrayList<>();
    for (int step = 0; step < 150; step++) {
      clock.moveTo(clock.instant().plus(Duration.ofDays(random.nextInt(6))));
      if (step == 50) {
        define("friends", FRIENDS);
      }
      if (step == 100) {
        define("spenders", SPENDERS.formatted(90));
      }
      boolean late = random.nextInt(5) == 0;
      Instant at = clock.instant().minus(Duration.ofDays(late ? random.nextInt(200) : 0));
      if (!sales.isEmpty() && random.nextInt(4) == 0) {
        count(sales.get(random.nextInt(sales.size())), -10_000, random.nextInt(2));
      } else {
        sales.add(at);
        count(at, 100L * (1 + random.nextInt(200)), 1);
      }
      requireTheSame("seed " + seed + ", step " + step);
    }
  }

  @Test
  void whatWasNotPackedYetIsReadFromTheRows() {
    clock.moveTo(Instant.parse("2026-01-01T10:00:00Z"));
    define("spenders", SPENDERS.formatted(20));
    count(clock.instant(), 29_900, 1);
    within(() ->
        jdbc.sql("update tiers.member set days = null where club_id = ? and member_id = ?")
            .params(club.id().value(), sara.value())
            .update());

    count(clock.instant(), 100, 1);

    requireTheSame("after it was not packed");
    assertThat(within(() -> tiers.open(club, List.of(sara)).stands(sara, LocalDate.EPOCH)))
        .extracting(TierBook.Stand::tier)
        .containsExactly("s1");
  }
}
