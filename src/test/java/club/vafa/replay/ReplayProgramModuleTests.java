package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.program.WholeProgram;
import club.vafa.replay.ReplayResult.UnitSum;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole programs and tiers that are tried on the past. */
@RoomTest
@Import(TestClub.class)
class ReplayProgramModuleTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BASE =
      """
      {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
       'rules':[{'code':'r','then':[{'do':'earn','unit':'points',
         'amount':{'by':'step','each':'1','give':'1'}}]}]}
      """;

  /** Points are worth twice as much, another unit begins, and one campaign gives both. */
  private static final String PROGRAM =
      """
      vafa-program: 1
      units:
        - code: points
          kind: points
          names: {en: points}
          decimals: 0
          rounding: down
          mayOwe: true
          worth: "0.02"
          expiry: {kind: at_end_of, endOf: year}
        - code: stars
          kind: points
          names: {en: Stars}
          decimals: 1
      campaigns:
        - code: both
          name: {en: Both}
          trigger: {on: purchase}
          rules:
            - code: r
              then:
                - {do: earn, unit: points, amount: {by: step, each: "1", give: "1"}}
                - {do: earn, unit: stars, amount: {by: fixed, give: "0.5"}}
      """;

  private static final String METALS =
      """
      {'code':'metals','names':{'en':'M'},'period':{'kind':'ever'},'keep':{'until':'ever'},
       'tiers':[{'code':'iron','names':{'en':'I'}},
         {'code':'gold','names':{'en':'G'},'needs':[{'by':'visits','atLeast':'%d'}]}]}
      """;

  private final TestClub clubs;
  private final Earning earning;
  private final WholeProgram programs;
  private final Replays replays;
  private final Performance performance;
  private final Clock clock;

  ReplayProgramModuleTests(
      TestClub clubs,
      Earning earning,
      WholeProgram programs,
      Replays replays,
      Performance performance,
      Clock clock) {
    this.clubs = clubs;
    this.earning = earning;
    this.programs = programs;
    this.replays = replays;
    this.performance = performance;
    this.clock = clock;
  }

  private Club club() {
    Club club = clubs.cafe();
    clubs.live(club, BASE);
    List<MemberId> members = new ArrayList<>();
    for (int at = 0; at < 5; at++) {
      members.add(clubs.member(club, "+49301234560" + at));
    }
    new PastShop(earning, club, members, 3, clock.instant().minus(Duration.ofDays(40))).live(40);
    return club;
  }

  private static NewReplay asked(@Nullable String program, @Nullable String file) {
    return new NewReplay(
        program, file, null, null, null, null, null, null, null, null, false, null);
  }

  private ReplayResult play(Club club, NewReplay asked) {
    return ClubScope.call(club.id(), () -> performance.play(club, asked, _ -> {}));
  }

  private Replay ordered(Club club, NewReplay asked) {
    return TestClub.done(ClubScope.call(club.id(), () -> replays.ask(club, asked, "staff:sara")));
  }

  private static UnitSum unit(ReplayResult.Side side, String code) {
    return side.units().stream().filter(unit -> unit.unit().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void aWholeProgramBringsItsUnitsAndEndsWhatItDoesNotList() {
    Club club = club();
    ReplayResult result = play(club, asked(null, PROGRAM));

    UnitSum now = unit(result.live(), "points");
    UnitSum then = unit(result.draft(), "points");
    assertThat(then.issued()).isEqualTo(now.issued());
    assertThat(new BigDecimal(Objects.requireNonNull(then.liability())))
        .isEqualByComparingTo(
            new BigDecimal(Objects.requireNonNull(now.liability())).multiply(new BigDecimal(2)));
    assertThat(result.live().units()).noneMatch(unit -> unit.unit().equals("stars"));
    assertThat(new BigDecimal(unit(result.draft(), "stars").issued())).isPositive();
    assertThat(result.campaigns())
        .extracting(ReplayResult.CampaignPart::code)
        .containsExactly("base", "both");
    assertThat(result.campaigns().getFirst().draft()).isNull();
    assertThat(result.winners().getFirst().units())
        .extracting(ReplayResult.UnitDifference::unit)
        .contains("stars");
  }

  @Test
  void aDraftIsTriedAsItWasWhenItWasAskedFor() {
    Club club = club();
    ClubScope.run(
        club.id(), () -> TestClub.done(programs.put(club, "autumn", PROGRAM, "staff:sara")));
    Replay asked = ordered(club, asked("autumn", null));

    assertThat(asked.asked().program()).isEqualTo("autumn");
    assertThat(asked.asked().file()).contains("vafa-program", "stars", "settings");
    ClubScope.run(club.id(), () -> TestClub.done(programs.discard(club.id(), "autumn")));
    assertThat(play(club, asked.asked()).draft())
        .isEqualTo(play(club, asked(null, PROGRAM)).draft());
  }

  @Test
  void tiersOfADraftAreCountedFromTheBeginning() {
    Club club = club();
    JsonNode gold =
        JSON.readTree(
            """
            {"code":"gold","name":{"en":"G"},"trigger":{"on":"purchase"},"rules":[{"code":"r",
             "when":[{"is":"tier","any":["gold"]}],"then":[{"do":"earn","unit":"credit",
             "amount":{"by":"fixed","give":"1"}}]}]}
            """);
    NewReplay asked = NewReplay.PLAIN.withTiers(List.of(metals(2))).with(List.of(gold));
    ordered(club, asked);
    ReplayResult result = play(club, asked);

    ReplayResult.TierMonth last = result.tiers().getLast();
    assertThat(last.tier()).isEqualTo("gold");
    assertThat(last.draft()).isPositive();
    assertThat(last.live()).isZero();
    assertThat(new BigDecimal(unit(result.draft(), "credit").issued())).isPositive();
    assertThat(result.winners().getFirst().tiers())
        .containsExactly(new ReplayResult.TierDifference("metals", "gold", null));
    long all =
        result.tiers().stream()
            .filter(one -> one.end().equals(last.end()))
            .mapToLong(ReplayResult.TierMonth::draft)
            .sum();
    assertThat(all).isEqualTo(5);
  }

  @Test
  void whatCameBeforeCountsTowardsTiersToo() {
    Club club = club();
    LocalDate today = club.day(clock.instant());
    NewReplay lately =
        new NewReplay(
            null, null, null, null, null, List.of(metals(2)), null, today, null, null, false, null);
    ReplayResult result = play(club, lately);

    assertThat(result.purchases()).isZero();
    assertThat(result.tiers())
        .isEqualTo(
            play(club, NewReplay.PLAIN.withTiers(List.of(metals(2)))).tiers().stream()
                .filter(month -> month.end().equals(result.tiers().getLast().end()))
                .toList());
  }

  private static JsonNode metals(int visits) {
    return JSON.readTree(METALS.formatted(visits).replace('\'', '"'));
  }

  @Test
  void whatIsNoProgramIsRefusedByItsPlace() {
    Club club = club();
    assertThat(refused(club, asked("nothing", null))).isEqualTo("/program replay_program_unknown");
    assertThat(refused(club, asked(null, "vafa-program: 1\nunits: 5\n"))).startsWith("/file");
    NewReplay twice = NewReplay.PLAIN.withTiers(List.of(metals(2), metals(3)));
    assertThat(refused(club, twice)).isEqualTo("/tierSets/1/code tier_code_taken");
    assertThat(refused(club, NewReplay.PLAIN.withTiers(List.of(JSON.readTree("{}")))))
        .isEqualTo("/tierSets/0/code required");
    NewReplay without =
        new NewReplay(
            null, null, null, null, null, null, List.of("metals"), null, null, null, false, null);
    assertThat(refused(club, without)).isEqualTo("/withoutTierSets/0 replay_tier_set_not_live");
  }

  private String refused(Club club, NewReplay asked) {
    Outcome<Replay> outcome =
        ClubScope.call(club.id(), () -> replays.ask(club, asked, "staff:sara"));
    return outcome instanceof Refused<Replay>(var refusals)
        ? refusals.getFirst().pointer() + " " + refusals.getFirst().code().code()
        : "done";
  }
}
