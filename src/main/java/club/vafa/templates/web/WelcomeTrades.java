package club.vafa.templates.web;

import java.util.List;

/**
 * The trades there are templates for.
 *
 * @param runs whether the club has a program already, which a template would add to
 */
public record WelcomeTrades(List<Trade> trades, boolean runs) {

  /** A trade as owners read it. */
  public record Trade(String code, String name, String says, String icon) {}
}
