package club.vafa.operations.imports;

import club.vafa.earning.EarningCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import java.util.Map;

/** Speaks to the user: refusals of every room, and what an import says itself. */
final class Voice {
  private final Sentences sentences;
  private final Language language;

  Voice(Sentences sentences, Language language) {
    this.sentences = sentences;
    this.language = language;
  }

  /** A return without a receipt is refused by the API's code, but there is more to say. */
  String sentence(Refusal refusal) {
    return refusal.code() == EarningCode.NOTHING_TO_RETURN && refusal.args().containsKey("sku")
        ? say("import.unmatched", refusal.args())
        : sentences.text(language, refusal);
  }

  String say(String key, Map<String, Object> args) {
    return sentences.text(language, key, args);
  }

  String say(String key) {
    return say(key, Map.of());
  }
}
