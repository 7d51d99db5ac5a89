package club.vafa.clubs.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.ui.Form;
import club.vafa.ui.Screen;

/** The form of a unit's loyalty table. */
public record WorthEntry(Form form, Screen screen, Club club, Unit unit) {
  private static final int MOST = 100;

  public String title() {
    return screen.text("clubs.worth.of", "unit", unit.name(screen.language()));
  }

  public String back() {
    return UnitsPage.PATH + "/" + unit.code();
  }

  public String action() {
    return back() + "/worth";
  }

  public String currency() {
    return screen.currencySign();
  }

  /** Those that are there and room for one more. */
  public int rows() {
    return Math.min(MOST, form.size("/rows") + 1);
  }

  public int goods() {
    return Math.min(MOST, form.size("/goods") + 1);
  }
}
