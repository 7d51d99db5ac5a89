package club.vafa.portal.web;

import club.vafa.ui.Dress;
import club.vafa.ui.Screen;

/**
 * What is around every page for members.
 *
 * @param club its name
 * @param code of the club, which its addresses hold
 * @param dress what its pages wear
 * @param place which of the places in the menu this is; empty before somebody is in
 */
public record Shell(String club, String code, Dress dress, String place) {
  /** Whether a member is in, so that there is a menu. */
  public boolean inside() {
    return !place.isEmpty();
  }

  /** The picture phones put among their programs. */
  public String icon(Screen screen) {
    String dressed = dress.sheet().isEmpty() ? dress.logo() : dress.sheet();
    return dressed.isEmpty()
        ? screen.asset("portal/icon-192.png")
        : dressed.replaceFirst("[^/]+$", "icon-192.png");
  }

  public String door() {
    return "/club/" + code + "/join";
  }
}
