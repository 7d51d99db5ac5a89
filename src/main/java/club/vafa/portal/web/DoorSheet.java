package club.vafa.portal.web;

import club.vafa.ui.Faults;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One of the steps through the members' door.
 *
 * @param filled what was typed before, and where the person came from
 * @param ways which ways a code can go
 */
public record DoorSheet(Shell shell, Filled filled, Ways ways, Faults faults) {
  /** The address of a step, with all that goes along. */
  public String address(String step) {
    StringBuilder address = new StringBuilder("/club/" + shell.code() + "/" + step);
    char joint = '?';
    for (Map.Entry<String, String> one :
        List.of(
            Map.entry("id", step.equals("code") ? filled.id() : ""),
            Map.entry("branch", filled.branch()),
            Map.entry("ref", filled.ref()))) {
      if (!one.getValue().isEmpty()) {
        address.append(joint).append(one.getKey()).append('=');
        address.append(URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8));
        joint = '&';
      }
    }
    return address.toString();
  }

  /**
   * What stands on the forms of the door.
   *
   * @param id under which a code is expected back
   * @param ticket of somebody who may join
   * @param branch whose sign they came by, and {@code ref} who brought them along
   */
  public record Filled(
      String contact, String name, String id, String ticket, String branch, String ref) {
    Filled of(UUID expected) {
      return new Filled(contact, name, expected.toString(), ticket, branch, ref);
    }

    @Override
    public String toString() {
      return "Filled[]";
    }
  }

  /** Which ways a code can go, and whether it goes only to whoever watches the demo. */
  public record Ways(boolean sms, boolean mail, boolean aloud) {
    public boolean any() {
      return sms || mail;
    }
  }
}
