package club.vafa.ui;

import club.vafa.api.Caller;
import club.vafa.kernel.CalendarKind;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Who looks at a page of a club, and by which money, time and calendar they reckon.
 *
 * @param club its name
 * @param person what the visitor is called
 * @param dress what pages of the club wear of its own
 * @param toman whether money in rial is written and typed in toman
 */
public record Visitor(
    Caller caller,
    String club,
    String person,
    Currency currency,
    ZoneId zone,
    CalendarKind calendar,
    Dress dress,
    boolean toman) {
  /** The request attribute that holds the visitor. */
  public static final String ATTRIBUTE = Visitor.class.getName();
}
