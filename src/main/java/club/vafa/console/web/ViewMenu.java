package club.vafa.console.web;

import club.vafa.console.View;
import club.vafa.ui.Faults;
import java.util.List;

/**
 * The views of a list.
 *
 * @param query what is chosen on the list now
 */
public record ViewMenu(String list, String query, List<View> views, Faults faults) {
  public ViewMenu {
    views = List.copyOf(views);
  }
}
