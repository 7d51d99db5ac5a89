package club.vafa.program;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The life of a program: from a file to live, changed, gone back. */
@StoryTest
@Import({TestClub.class, Drafts.class})
class ProgramStoryTests {
  private static final String POINTS =
      """
      vafa-program: 1
      units:
        - {code: points, names: {en: Points, fa: امتیاز, ar: نقاط}, mayOwe: true}
      campaigns:
        - code: coffee-days
          name: {en: Coffee days, fa: روزهای قهوه, ar: أيام القهوة}
          trigger: {on: purchase}
          rules:
            - code: per-ten
              then: [{do: earn, unit: points, amount: {by: step, each: 10, give: 2}}]
      """;

  private final TestClub founding;
  private final Drafts drafts;
  private final WholeProgram program;
  private final Clock clock;
  @LocalServerPort private int port;

  ProgramStoryTests(TestClub founding, Drafts drafts, WholeProgram program, Clock clock) {
    this.founding = founding;
    this.drafts = drafts;
    this.program = program;
    this.clock = clock;
  }

  private Web web(Club club) {
    return new Web(port, founding.key(club));
  }

  private static String sell(Web web, String id, String at) {
    return web.post(
            "/v1/purchases",
            "{'source':'t','externalId':'"
                + id
                + "','member':{'phone':'+4915112340001'},'currency':'EUR','occurredAt':'"
                + at
                + "','lines':[{'sku':'A','amount':'10.00'}]}")
        .expect(201)
        .at("/effects/0/granted");
  }

  @Test
  void exportedAppliedAndExportedAgainItIsTheSameToTheByte() throws IOException {
    String cafe =
        Files.readString(Path.of("src/test/resources/program/cafe.yaml"), StandardCharsets.UTF_8);
    Web first = web(drafts.empty());
    Drafts.live(first, "cafe", cafe);
    String exported = first.get("/v1/program").expect(200).at("/file");
    assertThat(exported).isEqualTo(cafe);
    Web second = web(drafts.empty());
    Drafts.live(second, "copy", exported);
    assertThat(second.get("/v1/program").at("/file")).isEqualTo(exported);
  }

  @Test
  void aFaultyFileIsRefusedWithAllItsFaultsAndNothingIsApplied() {
    Web web = web(drafts.empty());
    Answer refused =
        Drafts.put(
            web,
            "wrong",
            """
            vafa-program: 2
            for: {currency: IRR, calendar: jalali}
            colour: red
            settings: {walletPaidEarns: perhaps, returnPolicy: never}
            units:
              - {code: points, decimals: 9, expiry: {kind: rolling, month: 3}}
              - {code: points, kind: gold}
              - {code: stars, waiting: {kind: event, type: moon}}
            campaigns:
              - code: a
                name: {en: A}
                trigger: {on: purchase}
                rules:
                  - code: r
                    then: [{do: earn, unit: gold, amount: {by: fixed, give: 1}}]
            """);
    assertThat(refused.status()).isEqualTo(422);
    List<String> faults =
        StreamSupport.stream(refused.body().get("errors").spliterator(), false)
            .map(fault ->
                "%s:%s %s %s"
                    .formatted(
                        fault.path("line").asString(""),
                        fault.path("column").asString(""),
                        fault.path("pointer").asString(""),
                        fault.path("code").asString("")))
            .toList();
    assertThat(String.join("\n", faults))
        .isEqualTo(
            """
            3:1 /colour unknown_field
            1:1 /vafa-program program_format
            2:7 /for/currency program_currency
            2:22 /for/calendar program_calendar
            4:12 /settings/walletPaidEarns wrong_type
            4:38 /settings/returnPolicy unknown_value
            7:6 /units/1/code duplicate
            6:57 /units/0/expiry/month unknown_field
            7:20 /units/1/kind unknown_value
            8:42 /units/2/waiting/type unknown_value
            15:27 /campaigns/0/rules/0/then/0/unit unknown_value\
            """);
    assertThat(web.get("/v1/program/drafts/wrong").status()).isEqualTo(404);
    assertThat(web.get("/v1/units").body().get("data")).isEmpty();
  }

  @Test
  void theDifferenceIsToldInPlainSentences() {
    Web web = web(drafts.empty());
    Drafts.live(web, "first", POINTS);
    String more =
        """
          - {code: stars, names: {en: Stars, fa: ستاره, ar: نجوم}}
        settings: {walletPaidEarns: true}
        campaigns:
          - {code: new, name: {en: New}, trigger: {on: enrolment}, rules: [{code: r, then: [
              {do: earn, unit: stars, amount: {by: fixed, give: 5}}]}]}
        """;
    Drafts.put(web, "second", POINTS.replace("give: 2", "give: 3").replace("campaigns:\n", more))
        .expect(200);
    assertThat(Drafts.diff(web, "second", "en"))
        .containsExactly(
            "What is paid from wallets earns too",
            "New unit: Stars",
            "New campaign: New. On joining: 5 Stars.",
            "Coffee days: 3 Points for each 10 euros instead of 2 Points for each 10 euros");
    assertThat(Drafts.diff(web, "second", "fa"))
        .anyMatch(line -> line.startsWith("روزهای قهوه: ۳ امتیاز"));
    assertThat(Drafts.diff(web, "second", "ar")).anyMatch(line -> line.contains("بدلًا من"));
    Drafts.put(web, "third", "vafa-program: 1\ncampaigns: []\n").expect(200);
    assertThat(Drafts.diff(web, "third", "en")).containsExactly("Campaign Coffee days will end");
  }

  @Test
  void aLateSaleIsJudgedByTheProgramOfItsDayAcrossVersions() {
    Club club = drafts.empty();
    founding.member(club, "+4915112340001");
    Web web = web(club);
    Instant start = clock.instant();
    Drafts.live(web, "first", POINTS);
    clock.moveTo(start.plusSeconds(86_400));
    Drafts.put(web, "second", POINTS.replace("give: 2", "give: 3")).expect(200);
    Instant at = start.plusSeconds(3 * 86_400);
    web.post("/v1/program/drafts/second/publish", "{'reason':'spring','at':'" + at + "'}")
        .expect(200);
    assertThat(sell(web, "before", start.plusSeconds(3_600).toString())).isEqualTo("2");

    // Nobody was there when the time came; two days later it is made up for.
    clock.moveTo(start.plusSeconds(5 * 86_400));
    ClubScope.run(
        club.id(),
        () -> {
          program.goLive(club.id());
          assertThat(program.goLive(club.id())).isFalse();
        });
    assertThat(web.get("/v1/program/drafts/second").at("/state")).isEqualTo("published");
    assertThat(sell(web, "late", at.minusSeconds(60).toString())).isEqualTo("2");
    assertThat(sell(web, "after", at.plusSeconds(60).toString())).isEqualTo("3");
    assertThat(web.get("/v1/program/versions").at("/data/0/effectiveFrom"))
        .isEqualTo(web.get("/v1/program/versions/3").at("/effectiveFrom"));
  }

  @Test
  void rollingBackMakesANewVersionAndKeepsUnits() {
    Club club = drafts.empty();
    founding.member(club, "+4915112340001");
    Web web = web(club);
    Drafts.live(web, "first", POINTS);
    Drafts.live(
        web,
        "second",
        "vafa-program: 1\nunits: [{code: stars, names: {en: Stars}}]\ncampaigns: []\n");
    assertThat(web.get("/v1/campaigns").at("/data/0/state")).isEqualTo("ended");

    Answer back = web.post("/v1/program/versions/2/roll-back", "{'reason':'too dear'}").expect(200);
    assertThat(back.at("/number")).isEqualTo("4");
    assertThat(back.at("/kind")).isEqualTo("rolled_back");
    assertThat(back.at("/file")).contains("code: points", "code: stars", "code: coffee-days");
    assertThat(web.get("/v1/campaigns").at("/data/0/state")).isEqualTo("live");
    assertThat(sell(web, "again", clock.instant().toString())).isEqualTo("2");
    Answer versions = web.get("/v1/program/versions").expect(200);
    assertThat(Drafts.texts(versions.body().at("/data/1/changes")))
        .containsExactly("New unit: Stars", "Campaign Coffee days will end");
    assertThat(versions.at("/data/0/reason")).isEqualTo("too dear");
    assertThat(versions.at("/data/3/kind")).isEqualTo("single_changes");
  }

  @Test
  void aDraftOfAnOldProgramIsRefusedUntilItIsRebased() {
    Web web = web(drafts.empty());
    Drafts.live(web, "first", POINTS);
    Drafts.put(web, "mine", POINTS.replace("give: 2", "give: 3")).expect(200);
    Drafts.put(web, "other", POINTS.replace("give: 2", "give: 4")).expect(200);
    Drafts.put(web, "beside", "vafa-program: 1\nsettings: {walletPaidEarns: true}\n").expect(200);
    Drafts.publish(web, "other").expect(200);

    Answer outdated = Drafts.publish(web, "mine");
    assertThat(outdated.status()).isEqualTo(409);
    assertThat(outdated.at("/code")).isEqualTo("draft_outdated");
    assertThat(outdated.at("/detail")).contains("4 Points for each 10 euros instead of 2 Points");
    assertThat(web.post("/v1/program/drafts/mine/rebase", "{}").at("/code"))
        .isEqualTo("draft_conflict");
    web.post("/v1/program/drafts/mine/rebase", "{'keep':'draft'}").expect(200);
    assertThat(Drafts.diff(web, "mine", "en"))
        .containsExactly(
            "Coffee days: 3 Points for each 10 euros instead of 4 Points for each 10 euros");
    web.post("/v1/program/drafts/beside/publish", "{'reason':'r','rebase':true}").expect(200);
    assertThat(web.get("/v1/program").at("/file")).contains("give: \"4\"", "walletPaidEarns: true");
  }

  @Test
  void ofManyWhoPublishAtOnceOneWins() {
    Web web = web(drafts.empty());
    Drafts.live(web, "first", POINTS);
    for (int at = 0; at < 8; at++) {
      Drafts.put(web, "d" + at, POINTS.replace("give: 2", "give: " + (10 + at))).expect(200);
    }
    List<Answer> answers = Web.together(8, at -> Drafts.publish(web, "d" + at));
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() != 200))
        .hasSize(7)
        .allMatch(answer -> answer.at("/code").equals("draft_outdated"));
  }

  @Test
  void changesMadeOneByOneAreShownAndBecomeAVersionOfTheirOwn() {
    Web web = web(drafts.empty());
    Drafts.live(web, "first", POINTS);
    String campaign = web.get("/v1/campaigns").at("/data/0/id");
    web.post("/v1/campaigns/" + campaign + "/pause", "{}").expect(200);
    assertThat(Drafts.texts(web.get("/v1/program").body().get("changes")))
        .containsExactly("Campaign Coffee days will be paused");
    Drafts.live(web, "second", POINTS.replace("give: 2", "give: 3"));
    Answer versions = web.get("/v1/program/versions").expect(200);
    assertThat(versions.at("/data/1/kind")).isEqualTo("single_changes");
    assertThat(Drafts.texts(versions.body().at("/data/0/changes")))
        .contains("Campaign Coffee days will run again");
  }
}
