package club.vafa.access;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The club, its branches, staff and keys, as the console shows them. */
@StoryTest
class SettingsPagesStoryTests {
  private static final Pattern SECRET = Pattern.compile("class=\"secret\" dir=\"ltr\">([^<]+)<");
  private static final Pattern KEPT = Pattern.compile("href=\"(/console/staff/[^\"]+)\"");

  private final TestClub clubs;
  private final Visitors visitors;

  SettingsPagesStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
  }

  private static String only(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  @Test
  void theClubIsRenamedByItsOwnerOnly() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    assertThat(owner.page("/console/settings")).contains("EUR", "Europe/Berlin", "Gregorian");
    owner.done(
        "/console/settings",
        "text/name",
        "Corner café",
        "text/language",
        "fa",
        "text/returnPolicy",
        "may_owe",
        "yes/walletPaidEarns",
        "true");
    assertThat(owner.page("/console/settings")).contains("value=\"Corner café\"");
    assertThat(owner.refused("/console/settings", "text/name", "x".repeat(300)))
        .contains("f-name-fault");
    Visitor cashier = visitors.staff(club, "cashier");
    assertThat(cashier.page("/console/settings")).contains("disabled");
    assertThat(cashier.post("/console/settings", "text/name", "Mine").statusCode()).isEqualTo(403);
  }

  @Test
  void branchesAndTillsAreAddedAndRenamed() {
    Visitor owner = visitors.owner(clubs.cafe());
    assertThat(owner.page("/console/branches")).contains("No branches yet");
    assertThat(owner.refused("/console/branches/new", "text/name", "Station", "text/code", ""))
        .contains("value=\"Station\"", "f-code-fault");
    owner.done("/console/branches/new", "text/name", "Station", "text/code", "st 1");
    String branch = "/console/branches/st%201";
    assertThat(owner.page("/console/branches")).contains("Station", branch, "no tills");
    owner.done(branch, "to", "terminal", "text/terminal", "t1", "text/name", "Bar");
    owner.done(branch, "to", "name", "text/name", "Main station");
    assertThat(owner.page(branch)).contains("Main station", "Bar", "Code t1");
    assertThat(owner.refused(branch, "to", "terminal", "text/terminal", "", "text/name", "Door"))
        .contains("value=\"Door\"");
    assertThat(visitors.owner(clubs.cafe()).get(branch).statusCode()).isEqualTo(404);
  }

  @Test
  void staffIsLetInWithAPasswordThatIsShownOnceAndBlocked() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    HttpResponse<String> made =
        owner.post(
            "/console/staff/new",
            "text/name",
            "Sara Muster",
            "text/login",
            "sara",
            "text/role",
            "cashier",
            "text/language",
            "fa");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    String password = only(SECRET, made.body());
    String sara = only(KEPT, made.body());
    assertThat(owner.page(sara)).contains("Sara Muster", "Cashier").doesNotContain(password);
    visitors.login(club, "sara", password);
    HttpResponse<String> reset = owner.post(sara + "/turn", "to", "password");
    assertThat(only(SECRET, reset.body())).isNotEqualTo(password);
    owner.done(sara + "/edit", "text/name", "Sara M.", "text/role", "manager", "text/branch", "");
    owner.done(sara + "/turn", "to", "blocked");
    assertThat(owner.page("/console/staff")).contains("Sara M.", "Manager", "Blocked");
    owner.done(sara + "/turn", "to", "active");
    assertThat(
            owner.refused(
                "/console/staff/new",
                "text/name",
                "Other",
                "text/login",
                "sara",
                "text/role",
                "cashier"))
        .contains("value=\"Other\"", "is taken", "f-login-fault");
    Visitor manager = visitors.staff(club, "manager");
    assertThat(manager.refused(sara + "/edit", "text/role", "owner")).contains("rights that you");
    assertThat(visitors.staff(club, "cashier").get("/console/staff").statusCode()).isEqualTo(403);
    assertThat(visitors.owner(clubs.cafe()).get(sara).statusCode()).isEqualTo(404);
  }

  @Test
  void keysAreMadeShownOnceAndRevoked() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    HttpResponse<String> made =
        owner.post("/console/api-keys/new", "text/name", "till-3", "list/scopes", "members:read");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    assertThat(only(SECRET, made.body())).startsWith("vafa_");
    String list = owner.page("/console/api-keys");
    assertThat(list).contains("till-3", "never used");
    String key = only(Pattern.compile("href=\"(/console/api-keys/key_[^\"]+)\""), list);
    assertThat(owner.page(key)).contains("members:read", "Revoke");
    owner.done(key + "/revoke");
    assertThat(owner.page(key)).contains("Revoked");
    assertThat(owner.refused("/console/api-keys/new", "text/name", "none"))
        .contains("value=\"none\"");
    assertThat(visitors.staff(club, "manager").get("/console/api-keys").statusCode())
        .isEqualTo(403);
    assertThat(visitors.owner(clubs.cafe()).get(key).statusCode()).isEqualTo(404);
  }
}
