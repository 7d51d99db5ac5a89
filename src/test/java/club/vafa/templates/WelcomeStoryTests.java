package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Language;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Web;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The first steps of a club: what goes wrong on them, and that each can be left and come back to.
 */
@StoryTest
class WelcomeStoryTests {
  private static final String WELCOME = "/console/welcome";

  private final TestClub founded;
  private final Clubs clubs;
  private final Access access;
  private final int port;

  WelcomeStoryTests(TestClub founded, Clubs clubs, Access access, @LocalServerPort int port) {
    this.founded = founded;
    this.clubs = clubs;
    this.access = access;
    this.port = port;
  }

  private static String led(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void wrongFiguresAreToldBesideTheirFieldAndNothingIsPublished() {
    Club club = founded.cafe();
    Visit owner = Visit.owner(port, club, access);
    HttpResponse<String> page = owner.get(WELCOME + "/program?trade=cafe");
    assertThat(Visit.read(page.body())).contains("Usual purchase", "This would be in force");
    HttpResponse<String> refused =
        owner.post(
            WELCOME + "/program",
            "trade",
            "cafe",
            "p-basket",
            "شش",
            "p-generosity",
            "۹۰",
            "p-expiry",
            "۱۲");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Visit.read(refused.body())).contains("not a number");
    assertThat(refused.body()).contains("value=\"شش\"", "value=\"۹۰\"");
    assertThat(Visit.read(owner.get("/console/campaigns").body())).contains("No campaigns yet");
    assertThat(owner.get(WELCOME + "/program?trade=cinema").statusCode()).isEqualTo(404);
    assertThat(owner.post(WELCOME + "/club", "trade", "cafe", "name", " ").statusCode())
        .isEqualTo(422);
  }

  @Test
  void eachStepGoesOnWhereTheClubStands() {
    Club club = founded.cafe();
    Visit owner = Visit.owner(port, club, access);
    assertThat(owner.get(WELCOME + "/invitation").body()).contains("Begin in ten minutes");
    assertThat(led(owner.get(WELCOME))).endsWith("/trade");
    assertThat(owner.get(WELCOME + "/trade").body()).contains("Café", "Dentist", "Charity");
    assertThat(
            led(
                owner.post(
                    WELCOME + "/club", "trade", "cafe", "name", "Kafe Naz", "language", "fa")))
        .endsWith("/program?trade=cafe");
    assertThat(clubs.get(club.id()).language()).isEqualTo(Language.FA);
    assertThat(
            led(
                owner.post(
                    WELCOME + "/program",
                    "trade",
                    "cafe",
                    "p-basket",
                    "۶",
                    "p-generosity",
                    "8",
                    "p-expiry",
                    "12")))
        .endsWith("/cashier");
    assertThat(owner.get(WELCOME + "/invitation").body()).doesNotContain("Begin in ten minutes");
    assertThat(led(owner.get(WELCOME))).endsWith("/cashier");
    HttpResponse<String> wrong = owner.post(WELCOME + "/cashier", "name", "", "login", "سارا");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"سارا\"");
    String shown = owner.post(WELCOME + "/cashier", "name", "Sara", "login", "sara").body();
    Matcher password = Pattern.compile("id=\"password\">([^<]+)<").matcher(shown);
    assertThat(password.find()).isTrue();
    Visit sara = new Visit(port);
    sara.enter(club, "sara", password.group(1));
    assertThat(sara.get(WELCOME + "/trade").statusCode()).isEqualTo(403);
    assertThat(owner.post(WELCOME + "/cashier", "name", "S", "login", "sara").statusCode())
        .isEqualTo(422);
    assertThat(led(owner.get(WELCOME))).endsWith("/done");
    assertThat(owner.get(WELCOME + "/done").body())
        .contains("/till", "/club/" + club.code() + "/join", "/console/guide?language=fa");
    HttpResponse<String> guide = owner.get("/console/guide?language=en");
    assertThat(guide.body()).contains("<h1>", "Kafe Naz");
    assertThat(guide.headers().allValues("Content-Security-Policy")).hasSize(1);
    new Web(port, founded.key(club)).get("/v1/program").expect(200);
  }
}
