package club.vafa.cards.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.CodePattern;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Codes cannot be guessed, and no club's hash of one is another's. */
class GiftPatternTests {
  @Test
  void aCodeIsKeptAsAHashOfItsClub() {
    ClubId one = new ClubId(new UUID(1, 1));
    ClubId other = new ClubId(new UUID(1, 2));
    assertThat(GiftPattern.hash(one, "X")).hasSize(64).isEqualTo(GiftPattern.hash(one, "X"));
    assertThat(GiftPattern.hash(one, "X")).isNotEqualTo(GiftPattern.hash(other, "X"));
    assertThat(GiftPattern.lastFour("ABCDEFGH")).isEqualTo("EFGH");
  }

  @Test
  void theCodeOfAnyPatternIsWellTyped() {
    for (String text : new String[] {"#####-#####-#####-#####", "cafe-1####-####-####-####"}) {
      assertThat(GiftPattern.fits(text)).isTrue();
      String code = CodePattern.closed(text).draw(new SecureRandom());
      assertThat(CodePattern.wellTyped(CodePattern.plain(code))).as(code).isTrue();
    }
  }

  @Test
  void patternsWithTooFewSignsAreNone() {
    assertThat(GiftPattern.fits("################")).isTrue();
    assertThat(GiftPattern.fits("###############")).isFalse();
    assertThat(GiftPattern.fits("################X")).isFalse();
    assertThat(GiftPattern.fits("################é#")).isFalse();
    assertThat(GiftPattern.fits("#".repeat(61))).isFalse();
  }
}
