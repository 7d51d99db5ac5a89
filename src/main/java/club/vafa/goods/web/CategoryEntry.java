package club.vafa.goods.web;

import club.vafa.ui.Form;

/**
 * The form of a category.
 *
 * @param code of the one that is renamed; empty for a new one
 */
public record CategoryEntry(Form form, String code, String action) {
  public boolean fresh() {
    return code.isEmpty();
  }
}
