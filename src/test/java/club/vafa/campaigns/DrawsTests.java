package club.vafa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DrawsTests {

  /** Twenty boxes of five per cent each: those of a control group are as full as any other. */
  @Test
  void membersAreSpreadEvenly() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    UUID salt = new UUID(random.nextLong(), random.nextLong());
    int members = 20_000;
    int[] boxes = new int[20];
    for (int at = 0; at < members; at++) {
      // Ids that follow each other, as those of members do.
      long number = Draws.number(salt, new UUID(0x0193_0000_0000_7000L + at, 0x8000L + at));
      boxes[(int) (Long.remainderUnsigned(number, 1_000_000) / 50_000)]++;
    }
    double square = 0;
    for (int box : boxes) {
      double away = box - members / 20.0;
      square += away * away / (members / 20.0);
    }
    // Nineteen degrees of freedom: above 50.8 in one of ten thousand fair draws.
    assertThat(square).as("seed %d", seed).isLessThan(50.8);
  }

  @Test
  void aMemberDrawsTheSameAgainAndAnotherClubDrawsOtherwise() {
    UUID member = new UUID(1, 2);
    UUID salt = new UUID(3, 4);
    assertThat(Draws.number(salt, member)).isEqualTo(Draws.number(salt, member));
    assertThat(Draws.number(new UUID(3, 5), member)).isNotEqualTo(Draws.number(salt, member));
  }
}
