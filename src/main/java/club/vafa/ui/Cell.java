package club.vafa.ui;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a list at one place.
 *
 * @param value what a file says there: a text, a number or a day
 * @param text what the page says
 * @param link where the text leads, or null
 * @param tone when it is a badge, or null
 * @param apart whether it reads from left to right in every language
 */
public record Cell(
    Object value, String text, @Nullable String link, @Nullable Tone tone, boolean apart) {
  public static Cell text(String text) {
    return new Cell(text, text, null, null, false);
  }

  /** A number, an address or a code of computers. */
  public static Cell code(String text) {
    return new Cell(text, text, null, null, true);
  }

  public static Cell link(String text, String path) {
    return new Cell(text, text, path, null, false);
  }

  public static Cell badge(String text, Tone tone) {
    return new Cell(text, text, null, tone, false);
  }

  public static Cell of(Mark mark) {
    return badge(mark.text(), mark.tone());
  }

  /** A number or a day, and how the reader writes it. */
  public static Cell of(Object value, String text) {
    return new Cell(value, text, null, null, false);
  }
}
