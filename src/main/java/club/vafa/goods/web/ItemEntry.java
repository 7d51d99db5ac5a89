package club.vafa.goods.web;

import club.vafa.ui.Form;
import java.util.Map;

/**
 * The form of an item.
 *
 * @param name of the one that is changed; empty for a new one
 * @param action where it is sent
 * @param categories names by code
 */
public record ItemEntry(
    Form form, String name, String action, Map<String, String> categories, String currency) {
  public boolean fresh() {
    return name.isEmpty();
  }
}
