package club.vafa.operations.imports;

import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;

/** Says refusals of this room and of every other. */
final class Refusals {
  private final Sentences sentences;
  private final Language language;

  Refusals(Sentences sentences, Language language) {
    this.sentences = sentences;
    this.language = language;
  }

  String sentence(Refusal refusal) {
    return refusal.code() instanceof ImportCode own
        ? sentences.text(language, own.key(), refusal.args())
        : sentences.text(language, refusal);
  }
}
