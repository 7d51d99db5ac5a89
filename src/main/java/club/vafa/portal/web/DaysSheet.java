package club.vafa.portal.web;

import club.vafa.members.OwnDayRule;
import club.vafa.ui.Faults;
import java.time.LocalDate;
import java.util.List;

/**
 * The days a member has chosen.
 *
 * @param ahead those that can still be given up
 * @param typed what was asked for and refused
 */
public record DaysSheet(
    Shell shell, OwnDayRule rule, List<LocalDate> ahead, String typed, Faults faults) {
  public DaysSheet {
    ahead = List.copyOf(ahead);
  }
}
