package club.vafa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.cards.Cards;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visits;
import club.vafa.testing.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member's own pages: nobody else's, everything once, and gone when they leave. */
@StoryTest
class PagesStoryTests {
  private final TestClub clubs;
  private final Cards cards;
  private final Clock clock;
  private final int port;

  PagesStoryTests(TestClub clubs, Cards cards, Clock clock, @LocalServerPort int port) {
    this.clubs = clubs;
    this.cards = cards;
    this.clock = clock;
    this.port = port;
  }

  private Web api(Club club) {
    return new Web(port, clubs.key(club));
  }

  /** A member who came in by the staff's link. */
  private Visits inside(Club club, MemberId member) {
    String link = api(club).post("/v1/members/" + member + "/portal-link", "").at("/link");
    Visits visitor = new Visits(port);
    HttpResponse<String> in = visitor.post(link.replaceFirst("http://[^/]+", ""));
    assertThat(in.statusCode()).isEqualTo(303);
    return visitor;
  }

  private static void points(Web api, MemberId member, int many) {
    api.post(
            "/v1/members/" + member + "/adjustments",
            "{'unit':'points','amount':'" + many + "','reason':'a gift'}")
        .expect(201);
  }

  private static void coffee(Web api) {
    String reward =
        api.post(
                "/v1/rewards",
                """
                {'code':'coffee','kind':'product','names':{'en':'A coffee'},
                 'prices':[{'unit':'points','amount':'10'}],'voucher':{'sku':'A'}}
                """)
            .expect(201)
            .at("/id");
    api.post("/v1/rewards/" + reward + "/publish", "").expect(200);
  }

  @Test
  void aPassLeadsToItsMemberInItsClubForTwoMinutesAtMost() {
    Club club = clubs.cafe();
    MemberId member = clubs.member(club, "+4915112345001");
    String pass = ClubScope.call(club.id(), () -> cards.pass(club.id(), member)).text();
    Web api = api(club);
    assertThat(api.get("/v1/members?card=" + pass).text()).contains(member.toString());
    assertThat(api.get("/v1/members?card=" + pass.toLowerCase(java.util.Locale.ROOT)).text())
        .contains(member.toString());
    char last = pass.charAt(52);
    String forged = pass.substring(0, 52) + (last == 'A' ? 'B' : 'A');
    assertThat(api.get("/v1/members?card=" + forged).text()).doesNotContain(member.toString());
    Web other = api(clubs.cafe());
    assertThat(other.get("/v1/members?card=" + pass).text()).doesNotContain(member.toString());
    clock.setAhead(Duration.ofMinutes(2));
    assertThat(api.get("/v1/members?card=" + pass).text()).doesNotContain(member.toString());
  }

  @Test
  void aFormThatIsSentTwiceClaimsOnceAndWhatIsMissingIsTold() {
    Club club = clubs.cafe();
    Web api = api(club);
    coffee(api);
    MemberId member = clubs.member(club, "+4915112345002");
    Visits visitor = inside(club, member);
    HttpResponse<String> poor = visitor.post("/me/rewards/coffee", "mark", "1", "unit", "points");
    assertThat(poor.statusCode()).isEqualTo(422);
    points(api, member, 25);
    for (int times = 0; times < 2; times++) {
      HttpResponse<String> claimed =
          visitor.post("/me/rewards/coffee", "mark", "1", "unit", "points");
      assertThat(Visits.location(claimed)).isEqualTo("/me/vouchers");
    }
    assertThat(visitor.get("/me").body()).contains(">15</strong>");
    assertThat(visitor.get("/me/statement").body()).contains("a gift").contains("+25");
    assertThat(visitor.post("/me/rewards/nothing", "mark", "2").statusCode()).isEqualTo(404);
    String held =
        visitor.get("/me/vouchers").body().replaceFirst("(?s).*(/me/vouchers/[^\"]+).*", "$1");
    assertThat(visitor.get(held).statusCode()).isEqualTo(200);
    Visits stranger = inside(club, clubs.member(club, "+4915112345003"));
    assertThat(stranger.get(held).statusCode()).isEqualTo(404);
    assertThat(new Visits(port).get(held).statusCode()).isEqualTo(303);
  }

  @Test
  void theBirthdayIsSaidOnceAndConsentIsWrittenDownWhenItChanges() {
    Club club = clubs.cafe();
    MemberId member = clubs.member(club, "+4915112345004");
    Visits visitor = inside(club, member);
    HttpResponse<String> none =
        visitor.post("/me/profile", "first", "Sara", "day", "31", "month", "2", "year", "1990");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("There is no such day").contains("value=\"Sara\"");
    String[] right = {
      "first", "Sara", "day", "۲۹", "month", "2", "year", "1992", "language", "fa", "sms", "yes"
    };
    assertThat(Visits.location(visitor.post("/me/profile", right)))
        .isEqualTo("/me/profile?saved=yes");
    assertThat(visitor.get("/me/profile").body()).contains("lang=\"fa\"").contains("۱۹۹۲");
    String told = api(club).get("/v1/members/" + member).text();
    assertThat(told)
        .contains("1992-02-29")
        .contains("\"given\":true")
        .contains("\"locale\":\"fa\"");
    right[3] = "1";
    assertThat(visitor.post("/me/profile", right).statusCode()).isEqualTo(422);
    assertThat(api(club).get("/v1/members/" + member).text()).contains("1992-02-29");
  }

  @Test
  void whoLeavesIsForgottenAndLoggedInNowhere() {
    Club club = clubs.cafe();
    MemberId member = clubs.member(club, "+4915112345005");
    Visits one = inside(club, member);
    Visits other = inside(club, member);
    assertThat(one.get("/me/delete").body()).contains("cannot be undone");
    assertThat(Visits.location(one.post("/me/delete"))).isEqualTo("/club/" + club.code());
    assertThat(one.get("/me").statusCode()).isEqualTo(303);
    assertThat(other.get("/me").statusCode()).isEqualTo(303);
    assertThat(api(club).get("/v1/members/" + member).at("/state")).isEqualTo("erased");
  }

  @Test
  void aBlockedMemberMayLookAndNotClaim() {
    Club club = clubs.cafe();
    Web api = api(club);
    coffee(api);
    MemberId member = clubs.member(club, "+4915112345006");
    points(api, member, 25);
    Visits visitor = inside(club, member);
    api.post("/v1/members/" + member + "/block", "").expect(200);
    assertThat(visitor.get("/me").body()).contains("on hold");
    assertThat(visitor.post("/me/rewards/coffee", "mark", "1", "unit", "points").statusCode())
        .isEqualTo(422);
  }

  @Test
  void theClubIsInstalledUnderItsNameAndSharedWithAPicture() {
    Club club = clubs.cafe();
    Visits visitor = new Visits(port);
    String page = visitor.get("/club/" + club.code()).body();
    assertThat(page)
        .contains("property=\"og:title\" content=\"Café\"")
        .contains("/ui/portal/share.png")
        .doesNotContain("noindex");
    String manifest = visitor.get("/club/" + club.code() + "/manifest.webmanifest").body();
    assertThat(manifest).contains("\"name\":\"Café\"").contains("\"start_url\":\"/me\"");
    for (String file : new String[] {"share.png", "icon-192.png", "icon-512.png"}) {
      assertThat(visitor.get("/ui/portal/" + file).statusCode()).isEqualTo(200);
    }
    assertThat(visitor.get("/portal-worker.js").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
  }
}
