package club.vafa.console;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Web;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of members: found, narrowed, in order, turned over and taken away as a file. */
@StoryTest
class MembersListStoryTests {
  private static final Pattern NAME =
      Pattern.compile("<a class=\"name\" href=\"[^\"]*\"><bdi>([^<]*)</bdi>");

  private final TestClub clubs;
  private final Access access;
  private final int port;

  MembersListStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.access = access;
    this.port = port;
  }

  private void join(Club club, String... members) {
    Web web = new Web(port, clubs.key(club));
    for (String member : members) {
      web.post("/v1/members", member).expect(201);
    }
  }

  private static String named(String first, String last) {
    return "{'firstName':'" + first + "','lastName':'" + last + "'}";
  }

  private static List<String> names(HttpResponse<String> page) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(page.body());
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  @Test
  void membersStandInTheOrderOfTheirReadersAlphabet() {
    Club club = clubs.cafe();
    join(
        club,
        named("یاسمن", "امینی"),
        named("Zoë", "Young"),
        named("پری", "صدر"),
        named("هدیه", "رحیمی"),
        named("Élodie", "Martin"),
        named("آرش", "کمانگیر"),
        "{'phone':'+4915112345670'}",
        named("ادريس", "بكر"));
    Visit owner = Visit.owner(port, club, access);
    assertThat(names(owner.get("/console/members?sort=name")))
        .containsExactly(
            "Élodie Martin",
            "Zoë Young",
            "آرش کمانگیر",
            "ادريس بكر",
            "پری صدر",
            "هدیه رحیمی",
            "یاسمن امینی",
            "Without a name");
    assertThat(names(owner.get("/console/members?sort=-name")))
        .startsWith("Without a name", "یاسمن امینی");
  }

  @Test
  void aLongListIsTurnedOverWithoutLossOrRepetition() {
    Club club = clubs.cafe();
    String[] members = new String[120];
    for (int at = 0; at < members.length; at++) {
      members[at] = named("Member", "No. " + (1000 + at));
    }
    join(club, members);
    Visit owner = Visit.owner(port, club, access);
    for (String sort : new String[] {"name", "-name", "joined", "-joined"}) {
      List<String> seen = new ArrayList<>();
      String path = "/console/members?sort=" + sort;
      while (path != null) {
        HttpResponse<String> page = owner.get(path);
        seen.addAll(names(page));
        Matcher next = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(page.body());
        path = next.find() ? next.group(1).replace("&amp;", "&") : null;
      }
      assertThat(seen).as(sort).hasSize(120).doesNotHaveDuplicates();
    }
  }

  @Test
  void filtersNarrowTheListAndWhatIsShownIsExported() {
    Club club = clubs.cafe();
    join(club, named("Anna", "Alt"), "{'phone':'+4915112345671','firstName':'Bert'}");
    MemberId blocked = clubs.member(club, "+4915112345672");
    Visit owner = Visit.owner(port, club, access);
    assertThat(owner.post("/console/members/" + blocked + "/block").statusCode()).isEqualTo(303);
    assertThat(names(owner.get("/console/members?state=blocked")))
        .containsExactly("Without a name");
    assertThat(names(owner.get("/console/members?phone=no"))).containsExactly("Anna Alt");
    assertThat(names(owner.get("/console/members?until=2024-01-01")))
        .containsExactly("Without a name");
    assertThat(names(owner.get("/console/members?from=۲۰۲۴/۰۱/۰۲&sort=name")))
        .containsExactly("Anna Alt", "Bert");
    assertThat(
            owner.get("/console/members/export.csv?phone=yes&sort=name&c_name=1&c_phone=1").body())
        .isEqualTo("\uFEFFName,Phone\r\nBert,+4915112345671\r\n,+4915112345672\r\n");
    HttpResponse<String> excel = owner.get("/console/members/export.xlsx");
    assertThat(excel.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");
    assertThat(excel.body()).startsWith("PK");
  }

  @Test
  void whoHasATelephoneFollowsEditsAndMerges() {
    Club club = clubs.cafe();
    Web web = new Web(port, clubs.key(club));
    String anna =
        web.post("/v1/members", "{'firstName':'Anna','email':'a@example.org'}")
            .expect(201)
            .at("/id");
    String bert =
        web.post("/v1/members", "{'firstName':'Bert','phone':'+4915112345671'}")
            .expect(201)
            .at("/id");
    Visit owner = Visit.owner(port, club, access);
    assertThat(names(owner.get("/console/members?phone=no"))).containsExactly("Anna");
    web.send("PATCH", "/v1/members/" + anna, "{'phone':'+4915112345672'}").expect(200);
    web.send("PATCH", "/v1/members/" + bert, "{'phone':null}").expect(200);
    assertThat(names(owner.get("/console/members?phone=no"))).containsExactly("Bert");
    web.post("/v1/members/" + anna + "/merge", "{'into':'" + bert + "'}").expect(200);
    assertThat(names(owner.get("/console/members?phone=yes"))).containsExactly("Bert");
    assertThat(names(owner.get("/console/members?phone=no"))).isEmpty();
  }

  @Test
  void aNameThatIsAFormulaIsWrittenAsAText() {
    Club club = clubs.cafe();
    join(club, named("=HYPERLINK(\\\"http://evil.example\\\")", ""), named("@cmd", "x"));
    String csv = Visit.owner(port, club, access).get("/console/members/export.csv?c_name=1").body();
    assertThat(csv)
        .contains("'=HYPERLINK")
        .contains("'@cmd")
        .doesNotContain("\n=")
        .doesNotContain("\n\"=");
  }

  @Test
  void whatCannotBeReadIsRefusedAndNothingOfAnotherClubIsShown() {
    Club club = clubs.cafe();
    Club other = clubs.cafe();
    MemberId theirs = clubs.member(other, "+4915112345673");
    Visit owner = Visit.owner(port, club, access);
    for (String bad :
        new String[] {
          "sort=phone", "sort=id;drop", "state=gone", "phone=1", "after=zzz", "c_no=1", "page=2"
        }) {
      assertThat(owner.get("/console/members?" + bad).statusCode()).as(bad).isEqualTo(400);
    }
    HttpResponse<String> day = owner.get("/console/members?from=yesterday");
    assertThat(day.statusCode()).isEqualTo(422);
    assertThat(day.body()).contains("There is no such day").contains("value=\"yesterday\"");
    assertThat(owner.get("/console/members?q=%2B4915112345673").body())
        .doesNotContain(theirs.toString());
    assertThat(owner.get("/console/members/export.csv").body()).doesNotContain("+4915112345673");
    for (String act :
        new String[] {
          "", "/edit", "/block", "/erase", "/merge", "/adjust", "/cards", "/activity", "/tiers"
        }) {
      assertThat(owner.get("/console/members/" + theirs + act).statusCode()).as(act).isEqualTo(404);
    }
    assertThat(owner.post("/console/members/" + theirs + "/erase").statusCode()).isEqualTo(404);
    assertThat(owner.get("/console/search?q=%2B4915112345673").body())
        .doesNotContain(theirs.toString());
  }
}
