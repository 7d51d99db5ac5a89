package club.vafa.ui;

import club.vafa.api.Scope;

/** A page that stands in the menu of its face. */
public interface MenuEntry {
  /** Its text in the language files. */
  String title();

  String path();

  /** The name of one of the icons kept with the sources. */
  String icon();

  /** Its place from the top. */
  int place();

  /** The heading it stands under, as a text in the language files; empty at the top. */
  default String group() {
    return "";
  }

  /** Who does not hold this does not see it. */
  Scope needs();
}
