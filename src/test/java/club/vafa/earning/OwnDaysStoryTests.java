package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Members choose days of their own, on which they get double points. */
@StoryTest
@Import(TestClub.class)
class OwnDaysStoryTests {
  private final TestClub clubs;
  private final Visitors visitors;
  private final Clock clock;
  private final int port;
  private Club club;
  private Web web;
  private String sara;
  private int sales;

  OwnDaysStoryTests(TestClub clubs, Access access, Clock clock, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.clock = clock;
    this.port = port;
  }

  /** Two days a month; a point for each euro, double on a day of one's own. */
  @BeforeEach
  void aCafe() {
    club = clubs.cafe();
    web = new Web(port, clubs.key(club));
    sara = clubs.member(club, "+4915112345678").toString();
    clubs.live(
        club,
        """
        {'code':'points','name':{'en':'Points'},'trigger':{'on':'purchase'},'rules':[{'code':'all',
         'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':1}}]},
         {'code':'own','when':[{'is':'ownDay'}],'then':[{'do':'earn','unit':'points',
         'amount':{'by':'multiplier','times':'2'}}]}]}
        """);
    moveTo("2030-05-10");
    web.send("PUT", "/v1/own-days", "{'days':2,'period':'month'}").expect(200);
  }

  private void moveTo(String day) {
    clock.moveTo(LocalDate.parse(day).atTime(12, 0).atZone(club.zone()).toInstant());
  }

  private Answer choose(String day) {
    return web.post("/v1/members/" + sara + "/own-days", "{'day':'" + day + "'}");
  }

  private String earned(String when) {
    Answer sale =
        web.post(
            "/v1/purchases",
            """
            {'source':'till','externalId':'s-%d','member':{'id':'%s'},'currency':'EUR',
             'occurredAt':'%s+02:00','lines':[{'sku':'A','quantity':'1','amount':'10'}]}
            """
                .formatted(++sales, sara, when));
    return web.get("/v1/purchases/" + sale.expect(201).at("/id"))
            .expect(200)
            .body()
            .get("effects")
            .valueStream()
            .map(effect -> effect.path("granted").asString("0"))
            .mapToLong(Long::parseLong)
            .sum()
        + "";
  }

  @Test
  void aDayOfOnesOwnCountsDoubleFromItsFirstToItsLastMinute() {
    choose("2030-05-12").expect(200);
    moveTo("2030-05-13");
    assertThat(earned("2030-05-11T23:59:59")).isEqualTo("10");
    assertThat(earned("2030-05-12T00:00:00")).isEqualTo("20");
    assertThat(earned("2030-05-12T23:59:59")).isEqualTo("20");
    assertThat(earned("2030-05-13T00:00:00")).isEqualTo("10");
  }

  @Test
  void theDaysGoOnWithWhoIsMergedAndAreGoneWithWhoIsErased() {
    choose("2030-05-12").expect(200);
    choose("2030-05-20").expect(200);
    String old = "/v1/members/" + sara;
    sara = clubs.member(club, "+4915112345679").toString();
    choose("2030-05-12").expect(200);
    web.post(old + "/merge", "{'into':'" + sara + "'}").expect(200);
    String now = "/v1/members/" + sara;
    assertThat(web.get(old).body().at("/ownDays").isEmpty()).isTrue();
    assertThat(web.get(now).body().at("/ownDays").toString())
        .isEqualTo("[\"2030-05-12\",\"2030-05-20\"]");
    web.send("DELETE", now, "").expect(204);
    assertThat(web.get(now).body().at("/ownDays").isEmpty()).isTrue();
  }

  /** Who has bought cannot make that day their own any more. */
  @ParameterizedTest
  @CsvSource({
    "2030-05-10, own_day_begun",
    "2030-05-09, own_day_begun",
    "2031-06-01, own_day_too_far",
    "2030-05-31, own_days_taken"
  })
  void whatIsNotWithinTheRulesIsRefused(String day, String code) {
    choose("2030-05-20").expect(200);
    choose("2030-05-21").expect(200);
    choose("2030-05-21").expect(200);
    choose("2030-06-01").expect(200);
    assertThat(choose(day).at("/errors/0/code")).isEqualTo(code);
  }

  @Test
  void aDayToComeIsGivenUpAndOneThatHasBegunIsNot() {
    choose("2030-05-20").expect(200);
    choose("2030-05-21").expect(200);
    String days = "/v1/members/" + sara + "/own-days";
    web.send("DELETE", days + "/2030-05-21", "").expect(200);
    assertThat(web.send("DELETE", days + "/2030-05-21", "").status()).isEqualTo(404);
    assertThat(web.send("DELETE", days + "/soon", "").status()).isEqualTo(404);
    choose("2030-05-22").expect(200);
    moveTo("2030-05-20");
    assertThat(web.send("DELETE", days + "/2030-05-20", "").at("/errors/0/code"))
        .isEqualTo("own_day_begun");
    assertThat(web.get(days).at("/data/0")).isEqualTo("2030-05-20");
    web.send("PUT", "/v1/own-days", "{'days':0,'period':'year'}").expect(200);
    assertThat(choose("2030-07-01").at("/code")).isEqualTo("own_days_not_offered");
    assertThat(web.send("PUT", "/v1/own-days", "{'days':32,'period':'day'}").status())
        .isEqualTo(422);
  }

  @Test
  void aMemberChoosesOnTheirPhone() {
    Visitor member = visitors.member(club, sara);
    assertThat(member.page("/me/more")).contains("My days");
    assertThat(member.page("/me/days")).contains("2 days each month", "not chosen a day yet");
    assertThat(member.refused("/me/days", "day", "soon")).contains("value=\"soon\"");
    assertThat(member.refused("/me/days", "day", "2030-05-10")).contains("has begun");
    member.done("/me/days", "day", "۲۰۳۰-۰۵-۱۲");
    assertThat(member.page("/me/days")).contains("12 May 2030");
    assertThat(visitors.owner(club).page("/console/members/" + sara))
        .contains("Own days", "12 May 2030");
    member.done("/me/days/drop", "day", "2030-05-12");
    assertThat(member.page("/me/days")).contains("not chosen a day yet");
  }
}
