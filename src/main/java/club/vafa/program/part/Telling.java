package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Wording;
import java.util.Map;

/**
 * What it takes to tell a difference: the reader's language and the words of both sides.
 *
 * @param club with the units of the side after
 */
public record Telling(
    Sentences sentences, Language language, Club club, Vocabulary before, Vocabulary after) {

  public String say(String key, Map<String, Object> args) {
    return sentences.text(language, "program." + key, args);
  }

  /** Amounts and days in the words of a side. */
  Wording words(Vocabulary side) {
    return new Wording(sentences, language, side);
  }
}
