package club.vafa.program;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole program, as the console shows it. */
@StoryTest
class ProgramPagesStoryTests {
  private static final String PATH = "/console/program";

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  ProgramPagesStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  /** A draft in which the points have another name. */
  private void draft(Club club, String name) {
    Web api = new Web(port, clubs.key(club, name));
    String file = api.get("/v1/program").expect(200).at("/file");
    String changed = file.replace("en: points", "en: Beans");
    assertThat(changed).isNotEqualTo(file);
    Drafts.put(api, name, changed).expect(200);
  }

  @Test
  void aDraftIsReadInSentencesPublishedAndRolledBack() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    assertThat(owner.page(PATH)).contains("No draft waits");
    draft(club, "next");
    assertThat(owner.page(PATH)).contains(PATH + "/drafts/next");
    String one = PATH + "/drafts/next";
    assertThat(owner.page(one)).contains("What it would change", "Beans");
    assertThat(owner.refused(one + "/publish", "to", "publish", "text/reason", ""))
        .contains("What it would change");
    owner.done(one + "/publish", "to", "publish", "text/reason", "Beans taste better");
    assertThat(owner.page(PATH)).contains("Beans taste better", "Version 1");
    assertThat(owner.page(PATH + "/versions/1")).contains("Go back to this version");
    assertThat(owner.get(PATH + "/file").body()).contains("Beans");
    assertThat(owner.page(PATH + "/guide")).contains("The program");
    assertThat(owner.get(PATH + "/versions/99").statusCode()).isEqualTo(404);
    assertThat(owner.get(PATH + "/drafts/none").statusCode()).isEqualTo(404);
  }

  @Test
  void aDraftGoesLiveOnADayOrIsThrownAway() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    draft(club, "later");
    String one = PATH + "/drafts/later";
    owner.done(
        one + "/publish", "to", "schedule", "day/at", "2030-01-01", "text/reason", "New year");
    assertThat(owner.page(one)).contains("Goes live by itself", "1 January");
    owner.done(one + "/publish", "to", "unschedule");
    assertThat(owner.page(one)).contains("Open");
    owner.done(one + "/change", "to", "discard");
    assertThat(owner.page(PATH)).contains("No draft waits");
  }

  @Test
  void aManagerReadsAndAsksButDoesNotPublish() {
    Club club = clubs.cafe();
    draft(club, "asked");
    Visitor manager = visitors.staff(club, "manager");
    String one = PATH + "/drafts/asked";
    assertThat(manager.page(one)).contains("Ask for a second approval").doesNotContain("/publish");
    assertThat(manager.post(one + "/publish", "to", "publish").statusCode()).isEqualTo(403);
    String asked = manager.done(one + "/change", "to", "ask", "text/reason", "Please");
    assertThat(manager.page(asked)).contains("Publish the program", "Waiting");
    assertThat(visitors.staff(club, "cashier").get(PATH).statusCode()).isEqualTo(403);
    assertThat(visitors.owner(clubs.cafe()).get(one).statusCode()).isEqualTo(404);
  }
}
