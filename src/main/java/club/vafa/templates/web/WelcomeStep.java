package club.vafa.templates.web;

import java.util.Locale;

/** A step of a club's beginning, in order. */
public enum WelcomeStep {
  TRADE,
  CLUB,
  PROGRAM,
  CASHIER,
  DONE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String path() {
    return WelcomePage.PATH + "/" + code();
  }
}
