package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.activity.Activity;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.replay.Replay.State;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a replay finds is what would have been booked. */
@RoomTest
@Import(TestClub.class)
class ReplayModuleTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String POINTS =
      """
      {'code':'%s','name':{'en':'Points'},'trigger':{'on':'purchase'},
       'rules':[{'code':'r','then':[{'do':'earn','unit':'%s',
         'amount':{'by':'step','each':'1','give':'%s'}}]}]}
      """;

  private final TestClub clubs;
  private final Activity activity;
  private final Earning earning;
  private final Replays replays;
  private final Performance performance;
  private final Stage stage;
  private final Campaigns campaigns;
  private final ReplayStore store;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReplayModuleTests(
      TestClub clubs,
      Activity activity,
      Earning earning,
      Replays replays,
      Performance performance,
      Stage stage,
      Campaigns campaigns,
      ReplayStore store,
      JdbcClient jdbc,
      Clock clock) {
    this.clubs = clubs;
    this.activity = activity;
    this.earning = earning;
    this.replays = replays;
    this.performance = performance;
    this.stage = stage;
    this.campaigns = campaigns;
    this.store = store;
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

  private static NewReplay with(String... documents) {
    List<JsonNode> all = new ArrayList<>();
    for (String document : documents) {
      all.add(json(document));
    }
    return NewReplay.PLAIN.with(all);
  }

  private ReplayResult play(Club club, NewReplay asked) {
    return ClubScope.call(club.id(), () -> performance.play(club, asked, _ -> {}));
  }

  /** Packs all there is, whatever its age, when it is as much. */
  private void pack(Club club, int least) {
    ClubScope.run(
        club.id(), () -> activity.pack(club.id(), Instant.parse("2100-01-01T00:00:00Z"), least));
  }

  @Test
  void whatIsReplayedIsWhatWasBooked() {
    long first = ThreadLocalRandom.current().nextLong(1_000_000);
    for (long seed = first; seed < first + 8; seed++) {
      List<String> program = PastShop.program(seed, seed % 2 == 0);
      Club booked = clubs.cafe();
      program.forEach(document -> clubs.live(booked, document));
      new PastShop(earning, booked, members(booked), seed, start()).live(60);

      ReplayResult same = play(booked, with());
      Booked books = new Booked(jdbc, booked, "seed " + seed);
      books.sameSums(same.draft());
      pack(booked, 100);
      assertThat(play(booked, with())).as("packed, seed " + seed).isEqualTo(same);
      assertThat(same.draft()).as("seed " + seed).isEqualTo(same.live());
      assertThat(same.members().same()).isEqualTo(same.members().all());

      // Left out of the live side, each member's awards are the whole difference.
      NewReplay from = with(program.toArray(String[]::new));
      ClubScope.run(booked.id(), () -> pauseAll(booked));
      pack(booked, 1);
      ReplayResult alone = play(booked, from);
      books.sameSums(alone.draft());
      books.sameMembers(alone);
      assertThat(alone.live().cost()).isEqualTo("0");
    }
  }

  private void pauseAll(Club club) {
    campaigns.list(club.id(), "", 100).forEach(one -> campaigns.pause(club.id(), one.id(), "test"));
  }

  @Test
  void aReplayIsOrderedRunsAndIsKept() {
    Club club = clubs.cafe();
    clubs.live(club, POINTS.formatted("base", "points", "1"));
    new PastShop(earning, club, members(club), 1, start()).live(30);

    Replay asked = done(club, with(POINTS.formatted("base", "points", "3")));
    assertThat(asked.state()).isEqualTo(State.WAITING);
    assertThat(asked.askedBy()).isEqualTo("staff:sara");
    Replay over = untilOver(club, asked.id());

    assertThat(over.state()).as(String.valueOf(over.failure())).isEqualTo(State.DONE);
    assertThat(over.done()).isEqualTo(over.total()).isPositive();
    ReplayResult result = over.result();
    assertThat(result).isNotNull();
    assertThat(new BigDecimal(issued(result.draft())))
        .isEqualByComparingTo(new BigDecimal(issued(result.live())).multiply(new BigDecimal("3")));
    assertThat(result.members().worse()).isZero();
    assertThat(result.winners()).isNotEmpty();
    assertThat(result.winners().getFirst().sales()).isNotEmpty();
    assertThat(result.months().getLast().draft().getFirst().amount())
        .isEqualTo(result.draft().units().getFirst().outstanding());

    assertThat(code(in(club, () -> replays.cancel(club.id(), asked.id()))))
        .isEqualTo("replay_over");
    in(club, () -> replays.again(club, asked.id()));
    untilOver(club, asked.id());
    in(club, () -> replays.delete(club.id(), asked.id()));
    assertThat(in(club, () -> replays.find(club.id(), asked.id()))).isEmpty();
  }

  private static String issued(ReplayResult.Side side) {
    return side.units().getFirst().issued();
  }

  @Test
  void whatCannotBeReplayedIsRefused() {
    Club club = clubs.cafe();
    NewReplay plain = with(POINTS.formatted("base", "points", "1"));
    assertThat(refused(club, plain)).isEqualTo(" replay_nothing_past");
    new PastShop(earning, club, members(club), 1, start()).live(5);

    assertThat(refused(club, with(POINTS.formatted("base", "nuggets", "1"))))
        .startsWith("/campaigns/0/rules/0/then/0/unit ");
    String twice = POINTS.formatted("a", "points", "1");
    assertThat(refused(club, with(twice, twice)))
        .isEqualTo("/campaigns/1/code replay_campaign_twice");
    assertThat(refused(club, naming(List.of("nobody"), null, null)))
        .isEqualTo("/drafts/0 replay_campaign_unknown");
    assertThat(refused(club, naming(null, List.of("nobody"), null)))
        .isEqualTo("/without/0 replay_not_live");
    assertThat(refused(club, naming(null, null, List.of("mbr_x"))))
        .isEqualTo("/members/0 replay_member_unknown");
    assertThat(
            refused(
                club,
                new NewReplay(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    LocalDate.of(2024, 2, 1),
                    LocalDate.of(2024, 1, 1),
                    null,
                    false,
                    null)))
        .isEqualTo("/from replay_period_empty");
  }

  @Test
  void noMoreThanAFewWaitAtOnceAndOneThatWasLeftIsInterrupted() {
    Club club = clubs.cafe();
    new PastShop(earning, club, members(club), 1, start()).live(5);
    String last = "";
    for (int at = 0; at <= Replays.MOST_OPEN && last.isEmpty(); at++) {
      ClubScope.run(
          club.id(),
          () ->
              jdbc.sql(
                      """
                      insert into replay.run (club_id, id, state, asked, asked_by, asked_at,
                        started_at, seen_at, done, total)
                      values (?, ?, 'RUNNING', '{"keepDates":false}', 'test', now(), now(), now(), 0, 1)
                      """)
                  .params(club.id().value(), UUID.randomUUID())
                  .update());
      last = at == Replays.MOST_OPEN - 1 ? refused(club, with()) : "";
    }
    assertThat(last).isEqualTo(" replays_too_many");

    clock.setAhead(Duration.ofHours(1));
    Replay next =
        in(
            club,
            () -> {
              store.interrupt(club.id(), clock.instant(), clock.instant());
              return replays.list(club.id(), null, 10).getFirst();
            });
    assertThat(next.state()).isEqualTo(State.INTERRUPTED);
  }

  private static NewReplay naming(
      @Nullable List<String> drafts,
      @Nullable List<String> without,
      @Nullable List<String> members) {
    return new NewReplay(
        null, null, null, drafts, without, null, null, null, null, members, false, null);
  }

  private Replay done(Club club, NewReplay asked) {
    return TestClub.done(in(club, () -> replays.ask(club, asked, "staff:sara")));
  }

  private String refused(Club club, NewReplay asked) {
    Outcome<Replay> outcome = in(club, () -> replays.ask(club, asked, "staff:sara"));
    return outcome instanceof Refused<Replay>(var refusals)
        ? refusals.getFirst().pointer() + " " + refusals.getFirst().code().code()
        : "done";
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Refused<?>(var refusals) ? refusals.getFirst().code().code() : "done";
  }

  private static <T> T in(Club club, java.util.function.Supplier<T> work) {
    return ClubScope.call(club.id(), work);
  }

  private Replay untilOver(Club club, ReplayId id) {
    Replay now = in(club, () -> replays.find(club.id(), id)).orElseThrow();
    while (!now.state().over()) {
      stage.look();
      now = in(club, () -> replays.find(club.id(), id)).orElseThrow();
    }
    return now;
  }
}
