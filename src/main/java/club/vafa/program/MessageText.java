package club.vafa.program;

import club.vafa.kernel.Language;
import java.time.Instant;
import java.util.Map;

/**
 * The text of a message to members.
 *
 * @param code what it is for, such as {@code welcome}
 * @param titles for what has a subject, such as e-mail
 * @param texts with placeholders, see {@link Placeholder}
 */
public record MessageText(
    String code,
    Map<Language, String> titles,
    Map<Language, String> texts,
    String changedBy,
    Instant changedAt) {
  public MessageText {
    titles = Map.copyOf(titles);
    texts = Map.copyOf(texts);
  }
}
