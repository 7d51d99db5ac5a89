package club.vafa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePatternTests {
  private static final SecureRandom RANDOM = new SecureRandom();

  @ParameterizedTest
  @ValueSource(strings = {"", "###", "SUMMER", "sum-####", "####??", "?####", "SUM ####", "##*##"})
  void whatIsNoPatternIsToldSo(String pattern) {
    assertThat(new CodePattern(pattern, CodePattern.CLEAR).wellFormed()).isFalse();
  }

  @Test
  void fewSignsCouldBeGuessed() {
    CodePattern digits = new CodePattern("########", CodePattern.DIGITS);
    assertThat(digits.unguessable(100)).isTrue();
    assertThat(digits.unguessable(101)).isFalse();
    assertThat(digits.needed(100_000)).isEqualTo(11);
    assertThat(new CodePattern("#", CodePattern.CLEAR).needed(100_000)).isEqualTo(8);
  }

  @Test
  void drawnCodesFitAndOneWrongSignOrTwoSwappedDoNot() {
    CodePattern pattern = new CodePattern("SUM-####-####?", CodePattern.CLEAR);
    assertThat(pattern.wellFormed()).isTrue();
    for (int at = 0; at < 500; at++) {
      String code = pattern.draw(RANDOM);
      assertThat(code).startsWith("SUM-").hasSize(14);
      assertThat(pattern.fits(code)).as(code).isTrue();
      for (int place : new int[] {4, 5, 6, 7, 9, 10, 11, 12, 13}) {
        int value = CodePattern.CLEAR.indexOf(code.charAt(place));
        char other = CodePattern.CLEAR.charAt((value + 1 + at % 31) % 32);
        String wrong = code.substring(0, place) + other + code.substring(place + 1);
        assertThat(pattern.fits(wrong)).as("%s for %s", wrong, code).isFalse();
      }
    }
  }
}
