package club.vafa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nouns beside numbers, as each language counts. */
class FormsTests {
  private static final Forms POINTS =
      new Forms(
          Map.of(
              Language.EN,
              Map.of(Plural.ONE, "point"),
              Language.AR,
              Map.of(
                  Plural.ONE, "نقطة",
                  Plural.TWO, "نقطتان",
                  Plural.FEW, "نقاط",
                  Plural.MANY, "نقطةً",
                  Plural.OTHER, "نقطة")));

  @ParameterizedTest
  @CsvSource({
    "EN, 0, points",
    "EN, 1, point",
    "EN, 1.00, point",
    "EN, -1, point",
    "EN, 1.5, points",
    "EN, 21, points",
    "AR, 0, name",
    "AR, 1, نقطة",
    "AR, 2, نقطتان",
    "AR, 3, نقاط",
    "AR, 10, نقاط",
    "AR, 11, نقطةً",
    "AR, 100, نقطة",
    "AR, 103, نقاط",
    "AR, 1.5, نقطة",
    "FA, 1, name",
    "FA, 5, name"
  })
  void theNumberChoosesTheForm(Language language, BigDecimal number, String noun) {
    String name = language == Language.EN ? "points" : "name";
    assertThat(POINTS.beside(number, language, name)).isEqualTo(noun);
  }
}
