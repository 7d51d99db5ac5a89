package club.vafa.program;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A whole program that needs a second person: asked for, approved, gone live. */
@StoryTest
@Import({TestClub.class, Drafts.class})
class ProgramApprovalsStoryTests {
  private static final String POINTS =
      """
      vafa-program: 1
      units: [{code: points, names: {en: Points}}]
      safety: {secondPerson: true}
      """;
  private static final String MORE = POINTS + "settings: {walletPaidEarns: true}\n";

  private final TestClub founding;
  private final Drafts drafts;
  private final WholeProgram program;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web sara;
  private Web omid;

  ProgramApprovalsStoryTests(TestClub founding, Drafts drafts, WholeProgram program, Clock clock) {
    this.founding = founding;
    this.drafts = drafts;
    this.program = program;
    this.clock = clock;
  }

  @BeforeEach
  void twoPeople() {
    club = drafts.empty();
    sara = new Web(port, founding.key(club, "sara"));
    omid = new Web(port, founding.key(club, "omid"));
    Drafts.live(sara, "first", POINTS);
    Drafts.put(sara, "second", MORE).expect(200);
  }

  private static String ask(Web web, String what) {
    return web.post("/v1/program/approvals", "{" + what + ",'reason':'spring'}")
        .expect(201)
        .at("/id");
  }

  private static Answer approve(Web web, String id) {
    return web.post("/v1/approvals/" + id + "/approve", "{}");
  }

  private boolean earns() {
    return sara.get("/v1/club").at("/walletPaidEarns").equals("true");
  }

  @Test
  void onePersonAloneCannotPublishAndSomebodyElseApproves() {
    assertThat(Drafts.publish(sara, "second").at("/code")).isEqualTo("second_person_needed");
    String asked = ask(sara, "'draft':'second'");
    assertThat(approve(sara, asked).at("/code")).isEqualTo("approval_by_requester");
    assertThat(earns()).isFalse();
    assertThat(approve(omid, asked).expect(200).at("/state")).isEqualTo("approved");
    assertThat(earns()).isTrue();
    Answer version = sara.get("/v1/program/versions").expect(200);
    assertThat(version.at("/data/0/reason")).isEqualTo("spring");
    assertThat(version.at("/data/0/madeBy")).contains("sara");
    assertThat(version.at("/data/0/approvedBy")).contains("omid");
    assertThat(approve(omid, asked).at("/code")).isEqualTo("approval_answered");
    assertThat(sara.get("/v1/approvals").at("/data/0/action")).isEqualTo("program");
  }

  @Test
  void whatWasNotSeenIsNotApproved() {
    String asked = ask(sara, "'draft':'second'");
    Drafts.put(sara, "second", MORE + "campaigns: []\n").expect(200);
    assertThat(approve(omid, asked).at("/code")).isEqualTo("approval_outdated");
    assertThat(earns()).isFalse();
    omid.post("/v1/approvals/" + asked + "/reject", "{'reason':'look again'}").expect(200);
    assertThat(sara.get("/v1/approvals/" + asked).at("/state")).isEqualTo("rejected");
  }

  @Test
  void anApprovedProgramGoesLiveAtItsTime() {
    Instant at = clock.instant().plusSeconds(3_600);
    String asked = ask(sara, "'draft':'second','at':'" + at + "'");
    approve(omid, asked).expect(200);
    Answer draft = sara.get("/v1/program/drafts/second").expect(200);
    assertThat(draft.at("/state")).isEqualTo("scheduled");
    assertThat(draft.at("/approvedBy")).contains("omid");
    assertThat(earns()).isFalse();
    clock.moveTo(at.plusSeconds(60));
    ClubScope.run(club.id(), () -> assertThat(program.goLive(club.id())).isTrue());
    assertThat(earns()).isTrue();
    assertThat(sara.get("/v1/program/versions").at("/data/0/approvedBy")).contains("omid");
  }

  @Test
  void goingBackIsAskedForToo() {
    approve(omid, ask(sara, "'draft':'second'")).expect(200);
    Answer alone = sara.post("/v1/program/versions/2/roll-back", "{'reason':'no'}");
    assertThat(alone.at("/code")).isEqualTo("second_person_needed");
    approve(omid, ask(sara, "'version':2")).expect(200);
    assertThat(earns()).isFalse();
    assertThat(sara.get("/v1/program/versions").at("/data/0/kind")).isEqualTo("rolled_back");
  }

  @Test
  void whatCannotBePublishedIsNotAskedFor() {
    assertThat(sara.post("/v1/program/approvals", "{'draft':'none','reason':'r'}").at("/code"))
        .isEqualTo("draft_not_found");
    assertThat(sara.post("/v1/program/approvals", "{'version':99,'reason':'r'}").at("/code"))
        .isEqualTo("program_version_not_found");
    assertThat(sara.post("/v1/program/approvals", "{'reason':'r'}").at("/code"))
        .isEqualTo("exactly_one");
    assertThat(
            sara.post(
                    "/v1/program/approvals",
                    "{'draft':'second','reason':'r','at':'2020-01-01T00:00:00Z'}")
                .at("/code"))
        .isEqualTo("program_time_past");
  }
}
