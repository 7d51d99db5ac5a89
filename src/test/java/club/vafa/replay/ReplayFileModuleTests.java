package club.vafa.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.operations.imports.Imports;
import club.vafa.operations.imports.PastUpload;
import club.vafa.replay.ReplayResult.MemberPart;
import club.vafa.replay.ReplayResult.UnitSum;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a replay of a file finds is what an import of it would have booked in a fresh club. */
@RoomTest
@Import(TestClub.class)
class ReplayFileModuleTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HEADER =
      "receipt,date,customer,sku,category,quantity,amount,cost,coupons\n";

  private final TestClub clubs;
  private final Imports imports;
  private final Pasts pasts;
  private final Replays replays;
  private final Performance performance;
  private final JdbcClient jdbc;
  private final Clock clock;
  @TempDir private Path folder;

  ReplayFileModuleTests(
      TestClub clubs,
      Imports imports,
      Pasts pasts,
      Replays replays,
      Performance performance,
      JdbcClient jdbc,
      Clock clock) {
    this.clubs = clubs;
    this.imports = imports;
    this.pasts = pasts;
    this.replays = replays;
    this.performance = performance;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Sales of seven customers within two months; the same seed sells the same. */
  private String sales(long seed, boolean withReturns) {
    Random random = new Random(seed);
    Instant at = clock.instant().minus(Duration.ofDays(60));
    StringBuilder csv = new StringBuilder(HEADER);
    for (int receipt = 0; receipt < 70; receipt++) {
      at = at.plusSeconds(1 + random.nextInt(70_000));
      boolean back = withReturns && random.nextInt(4) == 0;
      String coupon = random.nextInt(5) == 0 ? "Q" : "";
      String customer = "c" + random.nextInt(7);
      for (int line = random.nextInt(3); line >= 0; line--) {
        csv.append(back ? "C" : "").append(receipt).append(',').append(at).append(',');
        csv.append(random.nextInt(12) == 0 && line == 0 ? "" : customer).append(',');
        csv.append('i').append(random.nextInt(5)).append(",k").append(random.nextInt(4));
        csv.append(',').append(back ? "-" : "").append(1 + random.nextInt(3));
        csv.append(',').append(random.nextInt(60)).append(".5").append(',');
        csv.append(random.nextBoolean() ? "" : "1").append(',').append(coupon).append('\n');
      }
    }
    return csv.toString();
  }

  private PastFile upload(Club club, String csv) {
    PastUpload upload =
        new PastUpload(
            "sales.csv",
            new ByteArrayInputStream(csv.getBytes(UTF_8)),
            Map.of("returns-prefix", "C"),
            List.of(),
            false);
    return ClubScope.call(
        club.id(),
        () ->
            pasts.keep(club.id(), TestClub.done(imports.past(club, upload, Language.EN)), "test"));
  }

  private void imported(Club club, String csv) throws IOException {
    Path file = Files.writeString(folder.resolve(club.code() + ".csv"), csv);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int answered =
        imports.run(
            List.of(
                "purchases",
                file.toString(),
                "--club",
                club.code(),
                "--create-members",
                "--returns-prefix",
                "C"),
            new PrintStream(said, true, UTF_8));
    assertThat(answered).as(said.toString(UTF_8)).isIn(Imports.DONE, Imports.SOME_REFUSED);
  }

  private static NewReplay with(List<String> program) {
    List<JsonNode> all = new ArrayList<>();
    program.forEach(document -> all.add(JSON.readTree(document.replace('\'', '"'))));
    return NewReplay.PLAIN.with(all);
  }

  private ReplayResult play(Club club, NewReplay asked) {
    return ClubScope.call(club.id(), () -> performance.play(club, asked, _ -> {}));
  }

  /** Units by customer and unit that were given and not taken back. */
  private Map<String, BigDecimal> booked(Club club) {
    Map<String, BigDecimal> booked = new TreeMap<>();
    ClubScope.run(
        club.id(),
        () ->
            jdbc.sql(
                    """
                    select i.value, e.unit,
                      sum(case e.kind when 1 then e.amount when 5 then -e.amount else 0 end)
                    from ledger.entry e join members.identifier i
                      on i.club_id = e.club_id and i.member_id = e.member_id
                    where e.club_id = ? group by 1, 2
                    """)
                .param(club.id().value())
                .query(row -> {
                  var unit = club.unit(row.getInt(2));
                  BigDecimal net =
                      BigDecimal.valueOf(row.getLong(3), unit.decimals()).stripTrailingZeros();
                  String customer = row.getString(1).replaceFirst("^\\u001F", "");
                  if (net.signum() != 0) {
                    booked.put(customer + " " + unit.code(), net);
                  }
                }));
    return booked;
  }

  private static Map<String, BigDecimal> found(ReplayResult result) {
    Map<String, BigDecimal> found = new TreeMap<>();
    for (List<MemberPart> parts : List.of(result.winners(), result.losers())) {
      for (MemberPart part : parts) {
        part.units()
            .forEach(unit -> {
              BigDecimal net = new BigDecimal(unit.draft()).stripTrailingZeros();
              if (net.signum() != 0) {
                found.put(part.called() + " " + unit.unit(), net);
              }
            });
      }
    }
    return found;
  }

  private long wallets(Club club, String unit, String column) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql(
                    "select coalesce(sum("
                        + column
                        + "), 0) from ledger.wallet where club_id = ? and unit = ?")
                .params(club.id().value(), club.unit(unit).orElseThrow().number())
                .query((row, _) -> row.getLong(1))
                .single());
  }

  private long rows(Club club, String table) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql("select count(*) from " + table + " where club_id = ?")
                .param(club.id().value())
                .query(Long.class)
                .single());
  }

  @Test
  void replayingAFileGivesWhatImportingItWouldHaveBooked() throws IOException {
    long first = ThreadLocalRandom.current().nextLong(1_000_000);
    for (long seed = first; seed < first + 6; seed++) {
      boolean shared = seed % 2 == 0;
      List<String> program = PastShop.program(seed, shared);
      String csv = sales(seed, !shared);
      Club fresh = clubs.cafe();
      program.forEach(document -> clubs.live(fresh, document));
      imported(fresh, csv);

      Club other = clubs.cafe();
      PastFile file = upload(other, csv);
      ReplayResult result = play(other, with(program).over(file.id()));

      String named = "seed " + seed;
      for (UnitSum unit : result.draft().units()) {
        int decimals = fresh.unit(unit.unit()).orElseThrow().decimals();
        assertThat(new BigDecimal(unit.outstanding()))
            .as(named + ", outstanding " + unit.unit())
            .isEqualByComparingTo(
                BigDecimal.valueOf(
                    wallets(fresh, unit.unit(), "active + pending + held"), decimals));
        assertThat(new BigDecimal(unit.owed()))
            .as(named + ", owed " + unit.unit())
            .isEqualByComparingTo(
                BigDecimal.valueOf(wallets(fresh, unit.unit(), "owed"), decimals));
      }
      assertThat(found(result)).as(named).isEqualTo(booked(fresh));
      assertThat(file.refused()).as(named).isEqualTo(refusedByImport(fresh));
      assertThat(rows(other, "activity.purchase") + rows(other, "members.member")).isZero();
    }
  }

  private long refusedByImport(Club club) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql("select refused from operations.import_run where club_id = ?")
                .param(club.id().value())
                .query(Long.class)
                .single());
  }

  @Test
  void aFileGoesWithTheLastReplayOnIt() {
    Club club = clubs.cafe();
    PastFile file = upload(club, HEADER + "1,2024-03-01,ann,TEA,tea,1,3.00,,\n,,,,,,,,\n");
    NewReplay asked = NewReplay.PLAIN.over(file.id());

    assertThat(file.refused()).isOne();
    assertThat(file.purchases()).isOne();
    Replay one = TestClub.done(ask(club, asked));
    Replay two = TestClub.done(ask(club, asked));
    assertThat(one.total()).isOne();
    cancelAndDelete(club, one);
    assertThat(rows(club, "replay.past_page")).isOne();
    cancelAndDelete(club, two);
    assertThat(
            rows(club, "replay.past")
                + rows(club, "replay.past_page")
                + rows(club, "replay.past_person")
                + rows(club, "replay.past_refused"))
        .isZero();
    assertThat(ask(club, asked))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.refusals().toString()).contains("REPLAY_PAST_UNKNOWN"));
  }

  private Outcome<Replay> ask(Club club, NewReplay asked) {
    return ClubScope.call(club.id(), () -> replays.ask(club, asked, "test"));
  }

  private void cancelAndDelete(Club club, Replay replay) {
    ClubScope.run(
        club.id(),
        () -> {
          TestClub.done(replays.cancel(club.id(), replay.id()));
          TestClub.done(replays.delete(club.id(), replay.id()));
        });
  }
}
