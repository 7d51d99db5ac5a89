package club.vafa.portal.web;

import club.vafa.ui.Faults;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a club keeps of a member, as the member may change it.
 *
 * @param contacts by which the member is known
 * @param birthDate null as long as it is not known
 * @param months of the club's calendar, by name
 * @param channels by which the club may write about offers
 * @param saved whether a change was just kept
 */
public record ProfileSheet(
    Shell shell,
    List<String> contacts,
    Filled filled,
    @Nullable LocalDate birthDate,
    List<String> months,
    List<Channel> channels,
    boolean saved,
    Faults faults) {

  /** What stands in the fields. */
  public record Filled(
      String first, String last, String day, String month, String year, String language) {}

  /** A way by which the club may write, as the club's word for it. */
  public record Channel(String code, boolean given) {}
}
