package club.vafa.cards.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.ClubId;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Codes cannot be guessed, are read without doubt, and find out slips of the finger. */
class GiftPatternTests {
  private final SecureRandom random = new SecureRandom();

  @Test
  void codesLookAsThePatternSaysAndNeverRepeat() {
    Set<String> codes = new HashSet<>();
    GiftPattern own = new GiftPattern("CAFE-####-####-####-####");
    for (int number = 0; number < 1000; number++) {
      String code = own.code(random);
      assertThat(code).matches("CAFE(-[2-9A-HJKMNP-TV-Z]{4}){4}");
      assertThat(codes.add(code)).isTrue();
      assertThat(GiftPattern.wellTyped(GiftPattern.plain(code))).isTrue();
    }
    assertThat(GiftPattern.USUAL.code(random)).hasSize(23);
  }

  @Test
  void aSlipOfTheFingerIsFoundOut() {
    String plain = GiftPattern.plain(GiftPattern.USUAL.code(random));
    for (int at = 0; at < plain.length(); at++) {
      char other = plain.charAt(at) == '7' ? '8' : '7';
      String slip = plain.substring(0, at) + other + plain.substring(at + 1);
      assertThat(GiftPattern.wellTyped(slip)).as(plain + " typed as " + slip).isFalse();
    }
    assertThat(GiftPattern.wellTyped("")).isFalse();
    assertThat(GiftPattern.wellTyped("A")).isFalse();
    assertThat(GiftPattern.wellTyped("é0")).isFalse();
  }

  @Test
  void howeverItIsTypedItIsTheSameCode() {
    assertThat(GiftPattern.plain(" cafe-۲۳۴۵ 6789\u200f ")).isEqualTo("CAFE23456789");
    ClubId one = new ClubId(new UUID(1, 1));
    ClubId other = new ClubId(new UUID(1, 2));
    assertThat(GiftPattern.hash(one, "X")).hasSize(64).isEqualTo(GiftPattern.hash(one, "X"));
    assertThat(GiftPattern.hash(one, "X")).isNotEqualTo(GiftPattern.hash(other, "X"));
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
