package club.vafa.console;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.testing.Furniture;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Lists of the console beside that of members: narrowed, put in order, kept as views, taken away.
 */
@StoryTest
class ListsStoryTests {
  private static final Pattern DROP = Pattern.compile("action=\"(/console/views/[^\"]+/drop)\"");

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  ListsStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  private static String rows(String page) {
    return Visit.read(page.replaceFirst("(?s)^.*<tbody>", "").replaceFirst("(?s)</tbody>.*$", ""));
  }

  private void let(Web api, String login, String name, String role) {
    api.post(
            "/v1/staff",
            "{'login':'%s','name':'%s','role':'%s','password':'long enough for all'}"
                .formatted(login, name, role))
        .expect(201);
  }

  @Test
  void staffAreSearchedNarrowedPutInOrderAndTakenAway() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    Web api = new Web(port, clubs.key(club, "web"));
    let(api, "zoe", "Zoe", "cashier");
    let(api, "adam", "Adam", "manager");
    String page = owner.page("/console/staff");
    assertThat(rows(page)).containsSubsequence("Adam", "owner", "Zoe");
    assertThat(rows(owner.page("/console/staff?sort=-name")))
        .containsSubsequence("Zoe", "owner", "Adam");
    assertThat(rows(owner.page("/console/staff?q=zo"))).contains("Zoe").doesNotContain("Adam");
    assertThat(owner.page("/console/staff?state=blocked")).doesNotContain("Adam");
    assertThat(owner.page("/console/staff/export.csv?c_name=1&c_login=1&sort=-name"))
        .isEqualTo("\uFEFFName,User name\r\nZoe,zoe\r\nowner,owner\r\nAdam,adam\r\n");
    HttpResponse<String> excel = owner.get("/console/staff/export.xlsx");
    assertThat(excel.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheet");
    for (String wrong : new String[] {"sort=secret", "state=gone", "c_x=1", "colour=red"}) {
      assertThat(owner.get("/console/staff?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(owner.get("/console/staff?after=zzz").statusCode()).isEqualTo(400);
  }

  @Test
  void everyListCanBeTakenAway() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    new Web(port, clubs.key(club, "web"))
        .post("/v1/gift-cards", "{'amount':'25','active':true}")
        .expect(201);
    for (String list :
        new String[] {
          "api-keys",
          "rewards",
          "rewards/claims",
          "rewards/stamp-cards",
          "coupons",
          "memberships/plans",
          "gift-cards",
          "acts",
          "purchases"
        }) {
      assertThat(owner.page("/console/" + list)).as(list).contains("data-views=\"/console/" + list);
      assertThat(owner.page("/console/" + list + "/export.csv")).as(list).startsWith("\uFEFF");
    }
    assertThat(owner.page("/console/gift-cards/export.csv")).contains("25.00");
  }

  @Test
  void claimsAreSearchedNarrowedPutInOrderAndTakenAway() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    Web api = new Web(port, clubs.key(club, "web"));
    new Furniture(api, "Linde").put();
    String mina = clubs.member(club, "+4915112345672").toString();
    api.post(
            "/v1/members/" + mina + "/adjustments",
            "{'unit':'points','amount':'90','reason':'welcome'}")
        .expect(201);
    String coffee = api.get("/v1/claims").at("/data/0/reward");
    String claim =
        api.post("/v1/claims", "{'member':'%s','reward':'%s'}".formatted(mina, coffee))
            .expect(201)
            .at("/id");
    api.post("/v1/claims/" + claim + "/fulfil", "{}").expect(200);
    String path = "/console/rewards/claims";
    assertThat(rows(owner.page(path))).containsSubsequence("+4915112345672", "Linde Muster");
    assertThat(rows(owner.page(path + "?sort=at")))
        .containsSubsequence("Linde Muster", "+4915112345672");
    assertThat(rows(owner.page(path + "?sort=at&state=requested")))
        .contains("Linde Muster", "Waiting")
        .doesNotContain("12345672");
    assertThat(rows(owner.page(path + "?q=0151+12345672")))
        .contains("12345672")
        .doesNotContain("Muster");
    assertThat(rows(owner.page(path + "?q=muster"))).contains("Linde").doesNotContain("12345672");
    assertThat(owner.page(path + "?until=2001-01-01")).doesNotContain("Linde Muster");
    assertThat(owner.page(path + "/export.csv?c_member=1&c_pieces=1&c_paid=1&c_state=1"))
        .isEqualTo(
            "\uFEFFMember,Pieces,Paid with,State\r\n"
                + "+4915112345672,1,50 points,Handed over\r\n"
                + "Linde Muster,1,50 points,Waiting\r\n");
    assertThat(visitors.staff(club, "cashier").get(path + "/export.csv").statusCode())
        .isEqualTo(403);
    assertThat(owner.get(path + "?state=sold").statusCode()).isEqualTo(400);
  }

  @Test
  void viewsAreKeptByPersonAndSharedByChoice() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    Visitor colleague = visitors.staff(club, "manager");
    String menu = "/console/views?list=/console/members";
    assertThat(owner.page(menu)).contains("No view is kept yet");
    String query = "sort=-name&state=blocked&q=%DB%B5";
    assertThat(keep(owner, "Blocked ones", query, "")).isEqualTo("/console/members?" + query);
    keep(owner, "For all", "sort=name", "true");
    assertThat(owner.page(menu)).contains("Blocked ones", "For all", "shared");
    assertThat(colleague.page(menu))
        .contains("For all", "from a colleague")
        .doesNotContain("Blocked ones", "/drop");
    assertThat(visitors.owner(clubs.cafe()).page(menu)).doesNotContain("For all");
    assertThat(
            owner.refused(
                "/console/views", "list", "/console/members", "query", "x=\"<", "name", "Odd"))
        .contains("not the view of a list");
    assertThat(owner.refused("/console/views", "list", "/console/members", "name", " "))
        .contains("required");
    assertThat(owner.get("/console/views?list=https://example.org").statusCode()).isEqualTo(400);
    Matcher drop = DROP.matcher(owner.page(menu));
    assertThat(drop.find()).isTrue();
    assertThat(colleague.post(drop.group(1), "list", "/console/members").statusCode())
        .isEqualTo(404);
    owner.done(drop.group(1), "list", "/console/members");
    assertThat(owner.page(menu)).contains("For all").doesNotContain("Blocked ones");
  }

  private static String keep(Visitor visitor, String name, String query, String shared) {
    return visitor.done(
        "/console/views",
        "list",
        "/console/members",
        "query",
        query,
        "name",
        name,
        "shared",
        shared);
  }

  @Test
  void theLanguageSomebodyChoseComesWithThemToTheNextDevice() {
    Club club = clubs.cafe();
    let(new Web(port, clubs.key(club, "web")), "mina", "Mina", "manager");
    Visitor mina = visitors.login(club, "mina", "long enough for all");
    assertThat(mina.page("/console/today")).contains("lang=\"en\"", "/console/preferences");
    mina.done("/console/preferences", "language", "fa", "back", "/console");
    Visitor elsewhere = visitors.login(club, "mina", "long enough for all");
    assertThat(elsewhere.page("/console/today")).contains("<html lang=\"fa\" dir=\"rtl\"");
    assertThat(mina.done("/console/preferences", "language", "xx", "back", "//evil.example"))
        .isEqualTo("/console");
  }
}
