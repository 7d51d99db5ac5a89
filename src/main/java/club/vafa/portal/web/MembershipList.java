package club.vafa.portal.web;

import java.time.LocalDate;
import java.util.List;

/** A member's paid memberships. */
public record MembershipList(Shell shell, List<Mine> mine) {
  /**
   * A membership.
   *
   * @param state as a text of the language files
   * @param ending whether it ends with its period
   * @param until the last day of the period
   */
  public record Mine(
      String name,
      String state,
      boolean open,
      boolean ending,
      LocalDate until,
      String fee,
      List<String> rights) {}
}
