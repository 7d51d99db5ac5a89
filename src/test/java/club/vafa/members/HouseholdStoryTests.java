package club.vafa.members;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Households are joined by consent, have a size, and outlive whoever opened them. */
@StoryTest
@Import(TestClub.class)
class HouseholdStoryTests {
  private final TestClub clubs;
  @LocalServerPort private int port;
  private Web till;
  private MemberId sara;
  private MemberId ali;
  private MemberId kid;
  private String home;

  HouseholdStoryTests(TestClub clubs) {
    this.clubs = clubs;
  }

  @BeforeEach
  void aHousehold() {
    Club club = clubs.cafe();
    till = new Web(port, clubs.key(club));
    sara = clubs.member(club, "+4915112345678");
    ali = clubs.member(club, "+4915112345679");
    kid = clubs.member(club, "+4915112345680");
    home =
        till.post(
                "/v1/households",
                "{'primary':'%s','name':'Home','maxAdults':2,'maxChildren':1}".formatted(sara))
            .expect(201)
            .at("/id");
  }

  private Answer invite(MemberId who, String role, boolean consented) {
    return till.post(
        "/v1/households/" + home + "/invitations",
        "{'member':'%s','role':'%s','consented':%s}".formatted(who, role, consented));
  }

  private Answer about(String what, MemberId who) {
    return till.post("/v1/households/" + home + "/" + what, "{'member':'" + who + "'}");
  }

  private static String told(Answer answer) {
    return (answer.status() + " " + answer.at("/code") + " " + answer.at("/errors/0/pointer"))
        .strip();
  }

  @Test
  void whoIsInvitedJoinsByConsent() {
    assertThat(invite(ali, "adult", false).expect(200).at("/members/1/state")).isEqualTo("invited");
    assertThat(about("join", ali).expect(200).at("/members/1/state")).isEqualTo("joined");
    assertThat(invite(kid, "child", true).expect(200).at("/members/2/role")).isEqualTo("child");
    assertThat(till.get("/v1/members/" + kid).at("/households/0/id")).isEqualTo(home);
    assertThat(till.get("/v1/households?member=" + kid).at("/data/0/id")).isEqualTo(home);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(told(about("join", ali))).isEqualTo("404 household_stranger");
    assertThat(told(about("leave", sara))).isEqualTo("409 household_primary_stays");
    invite(ali, "adult", true).expect(200);
    assertThat(told(invite(kid, "adult", true))).isEqualTo("409 household_full /role");
    assertThat(told(till.post("/v1/households", "{'primary':'" + ali + "'}")))
        .isEqualTo("409 household_taken /primary");
    assertThat(told(till.post("/v1/households", "{'primary':'" + kid + "','maxAdults':11}")))
        .isEqualTo("422 household_size /maxAdults");
    assertThat(told(till.post("/v1/households", "{}"))).isEqualTo("422 required /primary");
    assertThat(told(new Web(port, clubs.key(clubs.cafe())).get("/v1/households/" + home)))
        .isEqualTo("404 household_not_found");
  }

  @Test
  void itIsLeftHandedOverAndClosed() {
    invite(ali, "adult", true).expect(200);
    invite(kid, "child", true).expect(200);
    assertThat(told(about("primary", kid))).isEqualTo("422 household_adult_needed /member");
    assertThat(about("primary", ali).expect(200).at("/primary")).isEqualTo(ali.toString());
    about("leave", sara).expect(200);
    till.post("/v1/households", "{'primary':'" + sara + "'}").expect(201);
    till.send("DELETE", "/v1/households/" + home, "").expect(204);
    assertThat(till.get("/v1/members/" + kid).body().at("/households").isEmpty()).isTrue();
  }

  @Test
  void whenThePrimaryIsErasedTheNextAdultSpeaksForIt() {
    invite(ali, "adult", true).expect(200);
    till.send("DELETE", "/v1/members/" + sara, "").expect(204);
    assertThat(till.get("/v1/households/" + home).at("/primary")).isEqualTo(ali.toString());
    till.send("DELETE", "/v1/members/" + ali, "").expect(204);
    assertThat(till.get("/v1/households/" + home).at("/closedAt")).isNotEmpty();
  }
}
