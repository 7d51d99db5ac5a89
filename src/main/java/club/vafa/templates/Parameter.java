package club.vafa.templates;

import club.vafa.kernel.Language;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a template asks its owner for; for all of it there is a proposal, as far as Vafa can
 * make one.
 *
 * @param names what it is called
 * @param usual the proposal: money in euros, of which the club's own money is made, or the number
 *     itself; null for words
 * @param least the bounds of a number; null for money and words
 * @param words the proposal of words in each language; empty for numbers
 */
public record Parameter(
    String code,
    Kind kind,
    Map<Language, String> names,
    @Nullable BigDecimal usual,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    Map<Language, String> words) {
  public Parameter {
    names = Map.copyOf(names);
    words = Map.copyOf(words);
  }

  /** What is asked for. */
  public enum Kind {
    /** An amount in the club's money. */
    MONEY,
    /** Per cent. */
    PERCENT,
    /** Whole months. */
    MONTHS,
    /** A word of the owner, such as the category the till gives to coffee. */
    WORDS
  }
}
