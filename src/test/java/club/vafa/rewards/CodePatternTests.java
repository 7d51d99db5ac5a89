package club.vafa.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePatternTests {
  private final CodePattern cafe = new CodePattern("CAFE-####-####", new SecureRandom());

  @ParameterizedTest
  @CsvSource({
    "CAFE-####-####, true",
    "########, true",
    "CAFE-####-###, false",
    "cafe-########, false",
    "CAFÉ-########, false",
    "'', false",
    "##############################, true",
    "###############################, false",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456########, false"
  })
  void aPatternHasEnoughSignsAndNoOthers(String pattern, boolean right) {
    assertThat(CodePattern.isPattern(pattern)).isEqualTo(right);
    if (!right) {
      assertThatThrownBy(() -> new CodePattern(pattern, new SecureRandom()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void codesHaveNoLookAlikesAndFitTheirPattern() {
    Set<String> seen = new HashSet<>();
    for (int code = 0; code < 10_000; code++) {
      String next = cafe.next();
      assertThat(next).matches("CAFE-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
      assertThat(cafe.fits(next)).isTrue();
      assertThat(seen.add(next)).isTrue();
    }
  }

  @Test
  void theExampleOfTheCommentIsRight() {
    // The four signs of the comment, behind four of weight 2 to 5 and value 0.
    CodePattern pattern = new CodePattern("########", new SecureRandom());
    // 22222223: seven zeros, so the check sign is zero too.
    assertThat(pattern.fits("22222222")).isTrue();
    assertThat(pattern.fits("22222223")).isFalse();
  }

  @Test
  void oneWrongSignOrTwoThatChangedPlacesAreAlwaysFound() {
    for (int code = 0; code < 200; code++) {
      String right = CodePattern.plain(cafe.next());
      for (int at = 4; at < right.length(); at++) {
        for (char sign : CodePattern.SIGNS.toCharArray()) {
          String wrong = right.substring(0, at) + sign + right.substring(at + 1);
          assertThat(cafe.fits(wrong)).isEqualTo(sign == right.charAt(at));
        }
        for (int other = at + 1; other < right.length(); other++) {
          char[] swapped = right.toCharArray();
          swapped[at] = right.charAt(other);
          swapped[other] = right.charAt(at);
          assertThat(cafe.fits(new String(swapped)))
              .isEqualTo(right.charAt(at) == right.charAt(other));
        }
      }
    }
  }

  @Test
  void howACodeIsSpelledDoesNotMatter() {
    assertThat(CodePattern.plain(" cafe-۲۳۴٥ abcd\u200C")).isEqualTo("CAFE2345ABCD");
    String code = cafe.next();
    assertThat(cafe.fits(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))).isTrue();
    assertThat(cafe.fits("SHOP" + code.substring(4))).isFalse();
    assertThat(cafe.fits(code.substring(1))).isFalse();
    assertThat(cafe.fits("CAFE-0000-OOOO")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "CAFE-####-####, 2_751_261, true",
    "CAFE-####-####, 2_751_262, false",
    "####-####-####, 10_000_000, true"
  })
  void codesAreSoThinlySownThatGuessingIsLuck(String pattern, String codes, boolean room) {
    assertThat(CodePattern.hasRoomFor(pattern, Long.parseLong(codes.replace("_", ""))))
        .isEqualTo(room);
  }
}
