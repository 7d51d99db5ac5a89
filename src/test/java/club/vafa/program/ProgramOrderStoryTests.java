package club.vafa.program;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What of a program stands in an order of its own: tables that begin later, sets of tiers. */
@StoryTest
@Import({TestClub.class, Drafts.class})
class ProgramOrderStoryTests {
  private static final String UNITS =
      """
      vafa-program: 1
      units:
        - {code: points, names: {en: Points}}
        - {code: stamps, kind: stamps, names: {en: Stamps}}
      """;
  private static final String ORDERED =
      """
      tiers:
        - {code: beta, place: 1, names: {en: B}, period: {kind: ever}, keep: {until: ever},
           tiers: [{code: b1, names: {en: B1}}]}
        - {code: alpha, place: 2, names: {en: A}, period: {kind: ever}, keep: {until: ever},
           tiers: [{code: a1, names: {en: A1}}]}
      worths:
        - {code: points, base: 0.01, later: [{from: 2099-01-01T00:00:00Z, base: 0.02}]}
      """;

  private final TestClub founding;
  private final Drafts drafts;
  @LocalServerPort private int port;

  ProgramOrderStoryTests(TestClub founding, Drafts drafts) {
    this.founding = founding;
    this.drafts = drafts;
  }

  private Web web() {
    Club club = drafts.empty();
    return new Web(port, founding.key(club));
  }

  /** Tables that begin later and the order of sets of tiers are carried, changed and taken back. */
  @Test
  void whatBeginsLaterAndWhichSetIsFirstAreInTheFile() {
    Web first = web();
    Drafts.live(first, "first", UNITS + ORDERED);
    String file = first.get("/v1/program").at("/file");
    assertThat(file)
        .contains("place: 1", "later: [{from: \"2099-01-01T00:00:00Z\", base: \"0.02\"}]");
    Web second = web();
    Drafts.live(second, "copy", file);
    assertThat(second.get("/v1/program").at("/file")).isEqualTo(file);
    Drafts.put(first, "second", file.replace("base: \"0.02\"", "base: \"0.03\"")).expect(200);
    assertThat(Drafts.diff(first, "second", "en"))
        .containsExactly(
            "points: from 1 January 2099 on: else one is worth 0.03 instead of from 1 January 2099"
                + " on: else one is worth 0.02");
    Drafts.publish(first, "second").expect(200);
    assertThat(first.get("/v1/units/points/worth").body().get("data").size())
        .as("at first, since the first program, since the second, later")
        .isEqualTo(4);
    Drafts.live(first, "third", "vafa-program: 1\nworths: []\n");
    assertThat(first.get("/v1/program").at("/file")).doesNotContain("later", "base:");
    first.post("/v1/program/versions/3/roll-back", "{'reason':'missed'}").expect(200);
    assertThat(first.get("/v1/program").at("/file")).contains("base: \"0.03\"");
    Answer past = Drafts.put(first, "wrong", file.replace("2099-01-01", "2001-01-01")).expect(422);
    assertThat(past.at("/errors/0/code")).isEqualTo("worth_in_the_past");
  }
}
