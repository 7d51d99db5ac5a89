package club.vafa.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A club that reckons in rial and speaks in toman. */
@StoryTest
class TomanStoryTests {
  private static final String NBSP = "\u00A0";

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  TomanStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  private Web api(Club club) {
    return new Web(port, clubs.key(club, "web"));
  }

  @Test
  void onlyAClubInRialCanShowToman() {
    api(clubs.cafe()).send("PATCH", "/v1/club", "{'toman':true}").expect(422);
    Club club = clubs.teahouse();
    assertThat(api(club).send("PATCH", "/v1/club", "{'toman':true}").expect(200).at("/toman"))
        .isEqualTo("true");
    assertThat(api(club).send("PATCH", "/v1/club", "{'name':'Tea'}").expect(200).at("/toman"))
        .as("what is not named stays")
        .isEqualTo("true");
    assertThat(visitors.owner(clubs.cafe()).page("/console/settings")).doesNotContain("toman");
  }

  @Test
  void whatIsTypedInTomanIsKeptAsRialAndShownInToman() {
    Club club = clubs.teahouse();
    Web api = api(club);
    Visitor owner = visitors.owner(club);
    owner.done("/console/settings", "text/name", "Tea", "yes/toman", "true");
    owner.post(
        "/console/gift-cards/new",
        "count/count",
        "1",
        "money/amount",
        "۱۲٬۳۴۵٫۷",
        "yes/active",
        "true");
    assertThat(api.get("/v1/gift-cards").expect(200).at("/data/0/balance")).contains("123457");
    assertThat(owner.page("/console/gift-cards")).contains("12,345.7" + NBSP + "toman");
    assertThat(owner.refused("/console/gift-cards/new", "count/count", "1", "money/amount", "x1"))
        .contains("value=\"x1\"");
    assertThat(owner.data("/till/data/desk")).contains("\"toman\":true");
  }

  @Test
  void sentencesAndTheGuideSpeakToman() {
    Club club = clubs.teahouse();
    Web api = api(club);
    api.send("PATCH", "/v1/club", "{'toman':true}").expect(200);
    clubs.live(
        club,
        """
        {'code':'tea','name':{'en':'Tea time','fa':'وقت چای'},'trigger':{'on':'purchase'},'rules':[{'code':'r',
        'when':[{'is':'minimum','amount':'500000'}],
        'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'100000','give':'1'}}]}]}
        """);
    Visitor owner = visitors.owner(club);
    String page = owner.page("/console/campaigns");
    assertThat(Visit.read(page)).contains("50,000" + NBSP + "toman", "10,000" + NBSP + "toman");
    owner.post("/preferences", "language", "fa", "back", "/console");
    assertThat(Visit.read(owner.page("/club/" + club.code())))
        .contains("۱۰٬۰۰۰" + NBSP + "تومان")
        .doesNotContain("ریال");
  }
}
