package club.vafa.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What becomes of memberships while nobody looks, and when their members change. */
@StoryTest
@Import(TestClub.class)
class MembershipTurnsStoryTests {
  private final TestClub clubs;
  private final Memberships memberships;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web till;

  MembershipTurnsStoryTests(TestClub clubs, Memberships memberships, Clock clock) {
    this.clubs = clubs;
    this.memberships = memberships;
    this.clock = clock;
  }

  @BeforeEach
  void aPlan() {
    clock.moveTo(Instant.parse("2027-01-01T10:00:00Z"));
    club = clubs.cafe();
    till = new Web(port, clubs.key(club));
    String plan =
        till.post(
                "/v1/membership-plans",
                """
                {'code':'plus','names':{'fa':'پلاس'},'fee':{'amount':'10','currency':'EUR'},
                 'period':{'count':1,'each':'month'},'renewal':'automatic','graceDays':7,
                 'entitlements':[{'code':'early'}]}
                """)
            .expect(201)
            .at("/id");
    till.post("/v1/membership-plans/" + plan + "/publish", "{}").expect(200);
  }

  private String join(MemberId member, String reference) {
    return till.post(
            "/v1/memberships",
            "{'member':'%s','plan':'plus','payment':{'paidBy':'till','reference':'%s'}}"
                .formatted(member, reference))
        .expect(201)
        .at("/id");
  }

  private MemberId member(int number) {
    return clubs.member(club, "+4915112345" + (600 + number));
  }

  private List<String> changes(String id) {
    return till.get("/v1/memberships/" + id + "/changes")
        .body()
        .at("/data")
        .valueStream()
        .map(change ->
            change.at("/kind").asString()
                + " "
                + change.at("/at").asString().substring(0, 10)
                + " "
                + change.at("/actor").asString())
        .toList();
  }

  @Test
  void monthsOfBeingOffAreMadeUpPageByPage() {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      ids.add(join(member(number), "r" + number));
    }
    Instant later = Instant.parse("2027-06-01T10:00:00Z");
    clock.moveTo(later);
    List<Integer> pages = new ArrayList<>();
    ClubScope.run(
        club.id(),
        () -> {
          int done = 5;
          while (done == 5) {
            done = memberships.bringUpTo(club, later, 5);
            pages.add(done);
          }
        });
    assertThat(pages).containsExactly(5, 5, 2);
    for (String id : ids) {
      assertThat(changes(id))
          .containsExactly(
              "joined 2027-01-01 key:test",
              "paid 2027-01-01 key:test",
              "due 2027-01-31 vafa",
              "expired 2027-02-07 vafa");
    }
  }

  @Test
  void ofTwoMembersWhoBecomeOneAPlanGoesOnOnce() {
    MemberId one = member(1);
    MemberId other = member(2);
    String first = join(one, "1");
    till.post("/v1/members/" + one + "/merge", "{'into':'" + other + "'}").expect(200);
    assertThat(till.get("/v1/memberships/" + first).at("/member")).isEqualTo(other.toString());
    assertThat(till.get("/v1/members/" + other).at("/memberships/0/plan")).isEqualTo("plus");

    MemberId third = member(3);
    String second = join(third, "2");
    till.post("/v1/members/" + third + "/merge", "{'into':'" + other + "'}").expect(200);
    assertThat(till.get("/v1/memberships/" + second).at("/state")).isEqualTo("cancelled");
    till.send("DELETE", "/v1/members/" + other, "").expect(204);
    assertThat(till.get("/v1/memberships/" + first).at("/state")).isEqualTo("cancelled");
    assertThat(changes(first).getLast()).isEqualTo("erased 2027-01-01 erased");
  }

  @Test
  void savingsAreToldInTheReadersLanguage() {
    String id = join(member(1), "1");
    String path = "/v1/memberships/" + id + "/savings";
    Answer english = till.get(path).expect(200);
    assertThat(english.at("/sentence"))
        .isEqualTo(
            "From 1 January 2027 to 31 January 2027 you saved 0 euros with plus; the fee was 10"
                + " euros, so 10 euros are still missing to make up for it.");
    assertThat(till.get(path + "?period=2").status()).isEqualTo(404);
    assertThat(told(path, "fa")).contains("صرفه‌جویی کردید").contains("پلاس").contains("۱۰ یورو");
    assertThat(told(path, "ar")).contains("وفّرت").contains("يورو");
  }

  private String told(String path, String language) {
    try {
      return till.exchange(
              till.request(
                  "GET",
                  path,
                  java.net.http.HttpRequest.BodyPublishers.noBody(),
                  "Accept-Language",
                  language))
          .expect(200)
          .at("/sentence");
    } catch (java.io.IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
