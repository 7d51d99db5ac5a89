package club.vafa.portal.web;

/**
 * What is around every page for members.
 *
 * @param club its name
 * @param code of the club, which its addresses hold
 * @param place which of the places in the menu this is; empty before somebody is in
 */
public record Shell(String club, String code, String place) {
  /** Whether a member is in, so that there is a menu. */
  public boolean inside() {
    return !place.isEmpty();
  }

  public String door() {
    return "/club/" + code + "/join";
  }
}
