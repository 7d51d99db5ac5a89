package club.vafa.program;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.program.file.PaperWriter;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Whatever program a club may have is the same in the next club, to the byte. */
@StoryTest
@Import({TestClub.class, Drafts.class})
class RandomProgramStoryTests {
  private static final int ROUNDS = 25;

  private final TestClub founding;
  private final Drafts drafts;
  @LocalServerPort private int port;

  RandomProgramStoryTests(TestClub founding, Drafts drafts) {
    this.founding = founding;
    this.drafts = drafts;
  }

  private Web web() {
    return new Web(port, founding.key(drafts.empty()));
  }

  @Test
  void whatIsWrittenIsReadBackAndPutIntoForceTheSame() {
    long seed = 20261126;
    System.out.println("whatIsWrittenIsReadBackAndPutIntoForceTheSame: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String file = PaperWriter.write(RandomProgram.draw(random));
      Web first = web();
      assertThat(Drafts.put(first, "p", file).status()).as(file).isEqualTo(200);
      Drafts.publish(first, "p").expect(200);
      String exported = first.get("/v1/program").expect(200).at("/file");
      Web second = web();
      Drafts.live(second, "p", exported);
      assertThat(second.get("/v1/program").at("/file")).isEqualTo(exported);
      // What is live is what the file says: putting it again changes nothing.
      Drafts.put(second, "again", exported).expect(200);
      assertThat(Drafts.diff(second, "again", "en")).isEmpty();
      assertThat(Drafts.publish(second, "again").at("/code")).isEqualTo("program_unchanged");
    }
  }
}
