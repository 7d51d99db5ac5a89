package club.vafa.rewards.web;

import club.vafa.ui.Form;
import java.util.Map;

/**
 * The form of a stamp card.
 *
 * @param path of the card, or of all of them when it is a new one
 * @param units of the kind stamps, by code
 * @param rewards by code
 */
public record StampEntry(
    Form form, String title, String path, Map<String, String> units, Map<String, String> rewards) {
  public boolean fresh() {
    return path.equals(StampCardsPage.PATH);
  }

  public String action() {
    return fresh() ? path + "/new" : path + "/edit";
  }
}
