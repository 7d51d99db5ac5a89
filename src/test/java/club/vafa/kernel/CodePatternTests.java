package club.vafa.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are read without doubt and find out slips of the finger. */
class CodePatternTests {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CodePattern cafe = CodePattern.closed("CAFE-####-####");

  @ParameterizedTest
  @ValueSource(strings = {"", "SUMMER", "####??", "?####", "####?X"})
  void whatIsNoPatternIsToldSo(String text) {
    assertThat(new CodePattern(text, CodePattern.CLEAR).wellFormed()).isFalse();
  }

  @Test
  void theCheckSignClosesACode() {
    assertThatThrownBy(() -> CodePattern.closed("####-X"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(cafe.wellFormed()).isTrue();
    assertThat(CodePattern.closed("cafe-########").draw(RANDOM)).startsWith("CAFE-");
  }

  @Test
  void codesHaveNoLookAlikesAndFitTheirPattern() {
    Set<String> seen = new HashSet<>();
    for (int code = 0; code < 10_000; code++) {
      String next = cafe.draw(RANDOM);
      assertThat(next).matches("CAFE-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
      assertThat(cafe.fits(next)).isTrue();
      assertThat(CodePattern.wellTyped(CodePattern.plain(next))).isTrue();
      assertThat(seen.add(next)).isTrue();
    }
  }

  @Test
  void everySignIsDrawnEquallyOften() {
    int[] drawn = new int[31];
    for (int code = 0; code < 31_000; code++) {
      drawn[CodePattern.CLEAR.indexOf(cafe.draw(RANDOM).charAt(5))]++;
    }
    assertThat(Arrays.stream(drawn).boxed()).allMatch(times -> times > 750 && times < 1250);
  }

  @Test
  void theExampleOfTheCommentIsRight() {
    assertThat(CodePattern.wellTyped("3A4Z")).isTrue();
    assertThat(CodePattern.wellTyped("A34Z")).isFalse();
    assertThat(CodePattern.wellTyped("")).isFalse();
    assertThat(CodePattern.wellTyped("A")).isFalse();
    assertThat(CodePattern.wellTyped("é0")).isFalse();
  }

  @Test
  void oneWrongSignOrTwoThatChangedPlacesAreAlwaysFound() {
    for (int code = 0; code < 100; code++) {
      slips(cafe, CodePattern.CLEAR, cafe.draw(RANDOM));
      CodePattern digits = new CodePattern("55-####-####?", CodePattern.DIGITS);
      slips(digits, CodePattern.DIGITS, digits.draw(RANDOM));
    }
  }

  private static void slips(CodePattern pattern, String alphabet, String right) {
    assertThat(pattern.fits(right)).as(right).isTrue();
    int first = pattern.text().indexOf('#');
    for (int at = first; at < right.length(); at++) {
      for (char sign : alphabet.toCharArray()) {
        String wrong = right.substring(0, at) + sign + right.substring(at + 1);
        boolean same = sign == right.charAt(at) || pattern.text().charAt(at) == '-';
        assertThat(pattern.fits(wrong) && !wrong.equals(right)).as(wrong).isFalse();
        assertThat(same || !pattern.fits(wrong)).as(wrong).isTrue();
      }
      for (int other = at + 1; other < right.length(); other++) {
        char[] swapped = right.toCharArray();
        swapped[at] = right.charAt(other);
        swapped[other] = right.charAt(at);
        assertThat(pattern.fits(new String(swapped)))
            .isEqualTo(right.charAt(at) == right.charAt(other));
      }
    }
  }

  @Test
  void howACodeIsSpelledDoesNotMatter() {
    assertThat(CodePattern.plain(" cafe-۲۳۴٥ abcd\u200C")).isEqualTo("CAFE2345ABCD");
    String code = cafe.draw(RANDOM);
    assertThat(CodePattern.plain(code.toLowerCase(Locale.ROOT).replace("-", " ")))
        .isEqualTo(CodePattern.plain(code));
    assertThat(cafe.fits("SHOP" + code.substring(4))).isFalse();
    assertThat(cafe.fits(code.substring(1))).isFalse();
    assertThat(cafe.fits("CAFE-0000-OOOO")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "CAFE-####-####, 2_751_261, 10_000, true",
    "CAFE-####-####, 2_751_262, 10_000, false",
    "####-####-####, 10_000_000, 10_000, true"
  })
  void codesAreSoThinlySownThatGuessingIsLuck(String text, String codes, long tries, boolean room) {
    assertThat(CodePattern.closed(text).hides(Long.parseLong(codes.replace("_", "")), tries))
        .isEqualTo(room);
  }

  @Test
  void fewSignsCouldBeGuessed() {
    CodePattern digits = new CodePattern("########", CodePattern.DIGITS);
    assertThat(digits.hides(100, 1_000_000)).isTrue();
    assertThat(digits.hides(101, 1_000_000)).isFalse();
    assertThat(digits.needed(100_000, 1_000_000)).isEqualTo(11);
    assertThat(new CodePattern("#", CodePattern.CLEAR).needed(100_000, 1_000_000)).isEqualTo(8);
  }
}
