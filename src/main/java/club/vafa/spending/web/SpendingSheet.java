package club.vafa.spending.web;

import club.vafa.ui.Form;
import java.util.List;
import java.util.Map;

/**
 * The form of how careful the club is.
 *
 * @param units that can pay, by code, with their names
 */
public record SpendingSheet(
    Form form,
    Map<String, String> confirms,
    Map<String, String> beyonds,
    List<Map.Entry<String, String>> units,
    String currency,
    boolean mayChange) {
  public SpendingSheet {
    units = List.copyOf(units);
  }
}
