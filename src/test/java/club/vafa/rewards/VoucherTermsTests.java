package club.vafa.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoucherTermsTests {
  @ParameterizedTest
  @CsvSource({
    "CAFE-####-####, true",
    "########, true",
    "CAFE-####-###, false",
    "CAFE-########-X, false",
    "cafe-########, false",
    "CAFÉ-########, false",
    "'', false",
    "##############################, true",
    "###############################, false",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456########, false"
  })
  void aPatternHasEnoughSignsAndNoOthers(String pattern, boolean right) {
    assertThat(VoucherTerms.isPattern(pattern)).isEqualTo(right);
  }
}
