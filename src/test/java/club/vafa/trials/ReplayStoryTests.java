package club.vafa.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.operations.imports.Imports;
import club.vafa.operations.imports.PastUpload;
import club.vafa.replay.NewReplay;
import club.vafa.replay.PastFile;
import club.vafa.replay.Pasts;
import club.vafa.replay.Replay;
import club.vafa.replay.ReplayId;
import club.vafa.replay.ReplayResult;
import club.vafa.replay.Replays;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.tiers.TierBook;
import club.vafa.tiers.Tiers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Online Retail lived through once more: what a replay of the live program finds is what the import
 * booked. December 2010 alone, or with {@code -Dvafa.trial=year} the whole year against the clock.
 */
@StoryTest
@TestPropertySource(properties = {"vafa.tiers.due-after=24h", "vafa.tiers.count-after=24h"})
@Import({RetailClub.class, TestClub.class})
class ReplayStoryTests {
  private static final boolean YEAR = "year".equals(System.getProperty("vafa.trial"));
  private static final Duration MOST = Duration.ofSeconds(15);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant BEFORE_THE_FIRST_SALE = Instant.parse("2010-01-01T00:00:00Z");
  private static final Map<String, String> TIERS =
      Map.of(
          "metals",
          """
          {'names':{'en':'Metals'},'period':{'kind':'ever'},'keep':{'until':'ever'},
           'tiers':[{'code':'bronze','names':{'en':'Bronze'}},
             {'code':'silver','names':{'en':'Silver'},'needs':[{'by':'spend','atLeast':'1000.00'}]},
             {'code':'gold','names':{'en':'Gold'},'needs':[{'by':'spend','atLeast':'5000.00'}]}]}
          """,
          "lately",
          """
          {'names':{'en':'Lately'},'match':'any','period':{'kind':'rolling','days':60},
           'keep':{'until':'months','months':1},'down':{'mode':'recompute','graceDays':5},
           'tiers':[{'code':'often','names':{'en':'Often'},
             'needs':[{'by':'visits','atLeast':'3'},
               {'by':'earned','unit':'points','atLeast':'900'}]}]}
          """);
  private static final List<String> CAMPAIGNS =
      List.of(
          """
          {'code':'gold','name':{'en':'Gold'},'trigger':{'on':'purchase'},
           'rules':[{'code':'r','when':[{'is':'tier','any':['gold']}],'then':[{'do':'earn',
             'unit':'points','amount':{'by':'step','each':'10.00','give':'3'}}]}]}
          """,
          """
          {'code':'often','name':{'en':'Often'},'trigger':{'on':'purchase'},
           'rules':[{'code':'r','when':[{'is':'tier','any':['often','silver']}],
             'then':[{'do':'earn','unit':'points',
               'amount':{'by':'percent','percent':'7'}}]}]}
          """);

  private final RetailClub clubs;
  private final Imports imports;
  private final Replays replays;
  private final Pasts pasts;
  private final Tiers tiers;
  private final Campaigns campaigns;
  private final Members members;
  private final JdbcClient jdbc;
  @TempDir private Path temporary;

  ReplayStoryTests(
      RetailClub clubs,
      Imports imports,
      Replays replays,
      Pasts pasts,
      Tiers tiers,
      Campaigns campaigns,
      Members members,
      JdbcClient jdbc) {
    this.clubs = clubs;
    this.imports = imports;
    this.replays = replays;
    this.pasts = pasts;
    this.tiers = tiers;
    this.campaigns = campaigns;
    this.members = members;
    this.jdbc = jdbc;
  }

  @BeforeAll
  static void theDataSetIsThere() {
    if (OnlineRetail.folder().isEmpty()) {
      throw new TestAbortedException(
          "The data set Online Retail is not there: put it into ../shared/data/online_retail, or"
              + " name the folder above data with SHARED_FOLDER.");
    }
  }

  @Test
  void replayingWhatWasLiveGivesWhatWasBooked() {
    Path file = temporary.resolve("online-retail.csv");
    OnlineRetail.write(OnlineRetail.folder().orElseThrow(), file, YEAR ? "" : "2011");
    Club club = clubs.found("replayed-retail");
    TIERS.forEach((code, set) -> put(club, code, set));
    CAMPAIGNS.forEach(campaign -> live(club, campaign));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int answered =
        imports.run(RetailClub.command(club.code(), file), new PrintStream(said, true, UTF_8));
    assertThat(answered).as(said.toString(UTF_8)).isEqualTo(Imports.SOME_REFUSED);

    Replay replay = replayed(club, more());

    ReplayResult result = replay.result();
    assertThat(result).as(String.valueOf(replay.failure())).isNotNull();
    Map<String, BigDecimal> found = new TreeMap<>();
    for (ReplayResult.CampaignPart campaign : result.campaigns()) {
      ReplayResult.Part live = campaign.live();
      if (live != null) {
        live.units()
            .forEach(unit ->
                found.put(
                    campaign.code(),
                    new BigDecimal(unit.issued())
                        .subtract(new BigDecimal(unit.takenBack()))
                        .stripTrailingZeros()));
      }
    }
    assertThat(found).isEqualTo(booked(club));
    long points = clubs.points(club.id()).values().stream().mapToLong(Long::longValue).sum();
    assertThat(new BigDecimal(result.live().units().getFirst().outstanding()))
        .isEqualByComparingTo(BigDecimal.valueOf(points, 1));
    assertThat(standing(result)).isEqualTo(standing(club));
    assertThat(result.members().worse()).isZero();
    assertThat(result.members().better()).isPositive();
    Duration took = Duration.between(replay.startedAt(), replay.endedAt());
    System.out.printf(
        "Replayed %,d purchases and %,d returns under 5 and 22 rules in %s%n",
        result.purchases(), result.returns(), took);
    assertThat(took).isLessThan(MOST);
    sameFromTheFile(result, file);
  }

  /** A club that knows nobody finds the same in the file itself. */
  private void sameFromTheFile(ReplayResult booked, Path file) {
    Club club = clubs.found("retail-from-a-file");
    TIERS.forEach((code, set) -> put(club, code, set));
    CAMPAIGNS.forEach(campaign -> live(club, campaign));
    long begun = System.nanoTime();
    PastFile past = uploaded(club, file);
    Duration read = Duration.ofNanos(System.nanoTime() - begun);
    Replay replay = replayed(club, more().over(past.id()));
    ReplayResult result = replay.result();
    assertThat(result).as(String.valueOf(replay.failure())).isNotNull();
    assertThat(result.purchases()).isEqualTo(booked.purchases());
    assertThat(result.returns()).isEqualTo(booked.returns());
    assertThat(result.live()).isEqualTo(booked.live());
    assertThat(result.draft()).isEqualTo(booked.draft());
    assertThat(result.campaigns()).isEqualTo(booked.campaigns());
    assertThat(result.months()).isEqualTo(booked.months());
    assertThat(result.tiers()).isEqualTo(booked.tiers());
    Duration took = Duration.between(replay.startedAt(), replay.endedAt());
    System.out.printf("Read %,d rows of the file in %s, replayed in %s%n", past.rows(), read, took);
    assertThat(took).isLessThan(MOST);
  }

  private PastFile uploaded(Club club, Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      PastUpload upload =
          new PastUpload(
              "online-retail.csv", content, Map.of("returns-prefix", "C"), List.of(), true);
      return ClubScope.call(
          club.id(),
          () ->
              pasts.keep(
                  club.id(), TestClub.done(imports.past(club, upload, Language.EN)), "trial"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void put(Club club, String code, String set) {
    ClubScope.run(club.id(), () -> TestClub.done(tiers.put(club, code, json(set), "trial")));
  }

  private void live(Club club, String campaign) {
    ClubScope.run(
        club.id(),
        () -> {
          Campaign draft = TestClub.done(campaigns.draft(club, json(campaign)));
          TestClub.done(campaigns.publish(club, draft.id(), BEFORE_THE_FIRST_SALE, "trial"));
        });
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  /** Members by set and tier at the end, as the replay has them. */
  private static Map<String, Long> standing(ReplayResult result) {
    Map<String, Long> found = new TreeMap<>();
    for (ReplayResult.TierMonth month : result.tiers()) {
      if (month.end().equals(result.tiers().getLast().end()) && month.live() > 0) {
        found.put(month.set() + " " + month.tier(), month.live());
      }
    }
    return found;
  }

  /** Members by set and tier, as they stand in the club. */
  private Map<String, Long> standing(Club club) {
    Map<String, Long> found = new TreeMap<>();
    ClubScope.run(
        club.id(),
        () -> {
          List<MemberRow> page = members.everybody(club.id(), null, 500);
          while (!page.isEmpty()) {
            Map<MemberId, MemberRow> rows = new HashMap<>();
            page.forEach(row -> rows.put(row.id(), row));
            TierBook book = tiers.open(club, rows.keySet());
            for (MemberRow row : page) {
              LocalDate joined = club.day(row.joinedAt());
              book.bringUp(row.id(), joined);
              book.stands(row.id(), joined)
                  .forEach(stand -> found.merge(stand.set() + " " + stand.tier(), 1L, Long::sum));
            }
            page = members.everybody(club.id(), page.getLast().id().value(), 500);
          }
        });
    return found;
  }

  /** Seventeen campaigns more, each of one rule. */
  private static NewReplay more() {
    List<JsonNode> documents = new ArrayList<>();
    for (int at = 1; at <= 17; at++) {
      String when =
          switch (at % 4) {
            case 0 -> "{'is':'weekday','any':['thu','fri']}";
            case 1 -> "{'is':'minimum','amount':'" + at * 10 + "'}";
            case 2 -> "{'is':'visit','every':" + at + "}";
            default -> "{'is':'spent','atLeast':'" + at * 100 + "'}";
          };
      documents.add(
          JSON.readTree(
              ("{'code':'more-%d','name':{'en':'More'},'trigger':{'on':'purchase'},'lane':'l%d',"
                      + "'rules':[{'code':'r','when':[%s],'then':[{'do':'earn','unit':'points',"
                      + "'amount':{'by':'percent','percent':'%d'}}],"
                      + "'caps':[{'per':'member','period':'month','uses':9}]}]}")
                  .formatted(at, at, when, at)
                  .replace('\'', '"')));
    }
    return NewReplay.PLAIN.with(documents);
  }

  private Replay replayed(Club club, NewReplay asked) {
    ReplayId id =
        TestClub.done(ClubScope.call(club.id(), () -> replays.ask(club, asked, "trial"))).id();
    Replay now = find(club, id);
    while (!now.state().over()) {
      Thread.yield();
      now = find(club, id);
    }
    return now;
  }

  private Replay find(Club club, ReplayId id) {
    return ClubScope.call(club.id(), () -> replays.find(club.id(), id)).orElseThrow();
  }

  /** Points by campaign that were given and not taken back. */
  private Map<String, BigDecimal> booked(Club club) {
    Map<String, BigDecimal> booked = new TreeMap<>();
    ClubScope.run(
        club.id(),
        () ->
            jdbc.sql(
                    """
                    select c.code, sum(case e.kind when 1 then e.amount else -e.amount end)
                    from ledger.entry e
                    join campaigns.campaign c on c.club_id = e.club_id and c.id = e.campaign
                    where e.club_id = ? and e.kind in (1, 5) group by 1
                    """)
                .param(club.id().value())
                .query(row -> {
                  booked.put(
                      row.getString(1), BigDecimal.valueOf(row.getLong(2), 1).stripTrailingZeros());
                }));
    return booked;
  }
}
