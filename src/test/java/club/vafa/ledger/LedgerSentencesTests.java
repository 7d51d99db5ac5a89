package club.vafa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerSentencesTests {
  private static final Map<String, Object> ARGS =
      Map.of(
          "limit", "10", "held", "5", "spent", "6", "active", "7", "wanted", "8", "unit", "points");

  @ParameterizedTest
  @EnumSource(LedgerCode.class)
  void everyRefusalHasItsSentenceInEveryLanguage(LedgerCode code) {
    Sentences sentences = new Sentences();
    for (Language language : Language.values()) {
      assertThat(sentences.text(language, Refusal.at("", code, ARGS)))
          .doesNotStartWith("problem.")
          .doesNotContain("{", "null");
    }
  }
}
