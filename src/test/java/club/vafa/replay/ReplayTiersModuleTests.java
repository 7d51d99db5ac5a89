package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.replay.ReplayResult.UnitSum;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import club.vafa.tiers.MemberTiers;
import club.vafa.tiers.Tiers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Members stand in a replay where they stood, and what tiers bring is what was booked. */
@RoomTest
@Import(TestClub.class)
class ReplayTiersModuleTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClub clubs;
  private final Earning earning;
  private final Performance performance;
  private final Tiers tiers;
  private final MemberTiers standings;
  private final TransactionOperations transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReplayTiersModuleTests(
      TestClub clubs,
      Earning earning,
      Performance performance,
      Tiers tiers,
      MemberTiers standings,
      TransactionOperations transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.clubs = clubs;
    this.earning = earning;
    this.performance = performance;
    this.tiers = tiers;
    this.standings = standings;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private List<MemberId> members(Club club) {
    List<MemberId> members = new ArrayList<>();
    for (int at = 0; at < 7; at++) {
      members.add(clubs.member(club, "+49301234560" + at));
    }
    return members;
  }

  private Instant start() {
    return clock.instant().minus(Duration.ofDays(60));
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private ReplayResult play(Club club, NewReplay asked) {
    return ClubScope.call(club.id(), () -> performance.play(club, asked, _ -> {}));
  }

  private static <T> T in(Club club, Supplier<T> work) {
    return ClubScope.call(club.id(), work);
  }

  private long balance(Club club, String unit, String column) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql(
                    "select coalesce(sum("
                        + column
                        + "), 0) from ledger.wallet"
                        + " where club_id = ? and unit = ?")
                .params(club.id().value(), club.unit(unit).orElseThrow().number())
                .query((row, _) -> row.getLong(1))
                .single());
  }

  private void sameAsBooked(Club club, ReplayResult result, String seed) {
    for (UnitSum unit : result.draft().units()) {
      int decimals = club.unit(unit.unit()).orElseThrow().decimals();
      assertThat(new BigDecimal(unit.outstanding()))
          .as(seed + ", outstanding " + unit.unit())
          .isEqualByComparingTo(
              BigDecimal.valueOf(balance(club, unit.unit(), "active + pending + held"), decimals));
      assertThat(new BigDecimal(unit.owed()))
          .as(seed + ", owed " + unit.unit())
          .isEqualByComparingTo(BigDecimal.valueOf(balance(club, unit.unit(), "owed"), decimals));
      assertThat(unit.lacking()).as(seed + ", lacking " + unit.unit()).isEqualTo("0");
    }
  }

  @Test
  void membersStandWhereTheyWouldHaveStood() {
    Instant start = start();
    long first = ThreadLocalRandom.current().nextLong(1_000_000);
    for (long seed = first; seed < first + 8; seed++) {
      List<String> sets = PastShop.tiers(seed);
      List<String> program = new ArrayList<>(PastShop.program(seed, seed % 2 == 0));
      program.addAll(PastShop.forTiers());
      Club booked = clubs.cafe();
      sets.forEach(set -> put(booked, json(set)));
      program.forEach(document -> clubs.live(booked, document));
      List<MemberId> all = members(booked);
      // There is no past to be counted, so that nobody does it in between.
      ClubScope.run(
          booked.id(), () -> transaction.executeWithoutResult(_ -> tiers.countedTo(booked, null)));
      new PastShop(earning, booked, all, seed, start).at(clock).live(70);

      ReplayResult same = play(booked, NewReplay.PLAIN);
      sameAsBooked(booked, same, "seed " + seed);
      assertThat(same.draft()).as("seed " + seed).isEqualTo(same.live());
      assertThat(standings(same)).as("seed " + seed).isEqualTo(standings(booked, all));

      // Ended in the club, the same sets are tried as a draft: everything else stays.
      ClubScope.run(
          booked.id(), () -> List.of("metals", "points").forEach(code -> end(booked, code)));
      NewReplay tried =
          NewReplay.PLAIN.withTiers(sets.stream().map(set -> renamed(json(set))).toList());
      ReplayResult draft = play(booked, tried);
      sameAsBooked(booked, draft, "draft, seed " + seed);
      assertThat(draft.tiers()).as("seed " + seed).allMatch(month -> month.live() == 0);
    }
  }

  private void put(Club club, JsonNode set) {
    ObjectNode definition = set.deepCopy().asObject();
    definition.remove("code");
    TestClub.done(in(club, () -> tiers.put(club, set.path("code").asString(), definition, "test")));
  }

  private void end(Club club, String code) {
    TestClub.done(tiers.end(club, code, "test"));
  }

  /** A set that has ended does not begin again, but another may have its tiers. */
  private static JsonNode renamed(JsonNode set) {
    ObjectNode renamed = set.deepCopy().asObject();
    renamed.put("code", "new-" + set.path("code").asString());
    return renamed;
  }

  /** Members by set and tier at the end, as the replay has them. */
  private static Map<String, Long> standings(ReplayResult result) {
    Map<String, Long> found = new TreeMap<>();
    for (ReplayResult.TierMonth month : result.tiers()) {
      if (month.end().equals(result.tiers().getLast().end()) && month.draft() > 0) {
        found.put(month.set() + " " + month.tier(), month.draft());
      }
    }
    return found;
  }

  /** Members by set and tier, as the club has them. */
  private Map<String, Long> standings(Club club, List<MemberId> all) {
    Map<String, Long> found = new TreeMap<>();
    for (MemberId member : all) {
      TestClub.done(in(club, () -> standings.of(club, member)))
          .forEach(one -> {
            var tier = one.tier();
            String code = one.set().code() + " " + (tier == null ? null : tier.code());
            found.merge(code, 1L, Long::sum);
          });
    }
    return found;
  }
}
