package club.vafa.ui;

import club.vafa.api.Scope;

/**
 * One of the pages that stand side by side.
 *
 * @param title its text in the language files
 * @param first whether the others lie below it
 * @param needs who does not hold this does not see it
 */
public record Subpage(String title, String path, Scope needs, boolean first) {
  public Subpage(String title, String path, Scope needs) {
    this(title, path, needs, false);
  }

  /** Whether the reader is here; the first page is at home only on its own address. */
  public boolean isAt(Screen screen) {
    return first ? screen.path().equals(path) : screen.isBelow(path);
  }
}
