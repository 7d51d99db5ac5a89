package club.vafa.access.web;

import club.vafa.ui.Form;
import java.util.Map;

/**
 * The form of somebody of the staff.
 *
 * @param id of whom it changes; empty when it lets somebody in
 */
public record StaffEntry(
    Form form,
    Map<String, String> roles,
    Map<String, String> branches,
    Map<String, String> languages,
    String id) {
  public boolean fresh() {
    return id.isEmpty();
  }

  public String back() {
    return fresh() ? "/console/staff" : "/console/staff/" + id;
  }

  public String action() {
    return back() + (fresh() ? "/new" : "/edit");
  }
}
