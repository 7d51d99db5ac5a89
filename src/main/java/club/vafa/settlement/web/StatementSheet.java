package club.vafa.settlement.web;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Rate;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.PartnersStatement.Account;
import club.vafa.settlement.PartnersStatement.Flow;
import club.vafa.settlement.PartnersStatement.Line;
import club.vafa.settlement.PartnersStatement.Transfer;
import club.vafa.ui.Deed;
import club.vafa.ui.Form;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its page shows it.
 *
 * @param close closes the period; null when it is closed, or the reader may not
 * @param typed what was asked for on it and refused
 */
public record StatementSheet(
    Screen screen, Club club, PartnersStatement statement, @Nullable Deed close, Form typed) {

  static String title(Screen screen, PartnersStatement one) {
    return one.closed()
        ? screen.text("settlement.statement.title", "number", one.number())
        : screen.text("settlement.statement.open");
  }

  static String days(Screen screen, PartnersStatement one) {
    return screen.text(
        "settlement.statement.days",
        "first",
        screen.day(one.first()),
        "last",
        screen.day(one.last()));
  }

  static Mark mark(Screen screen, PartnersStatement one) {
    return StatementsPage.closed(screen, one.closed());
  }

  public String title() {
    return title(screen, statement);
  }

  public String days() {
    return days(screen, statement);
  }

  public Mark mark() {
    return mark(screen, statement);
  }

  public String path() {
    return StatementsPage.PATH + "/" + (statement.closed() ? statement.number() : "open");
  }

  /** Where the entries behind a line are. */
  public String entries(Account account, Line line) {
    return path()
        + "/entries?partner="
        + account.partner()
        + "&unit="
        + line.unit()
        + "&what="
        + line.what().word();
  }

  public String what(Line line) {
    String what = screen.text("settlement.what." + line.what().word());
    return line.earlier() ? what + ", " + screen.text("settlement.statement.earlier") : what;
  }

  public String units(Line line) {
    return units(line.unit(), line.units());
  }

  public String units(Flow flow) {
    return units(flow.unit(), flow.units());
  }

  private String units(String code, long minor) {
    return club.unit(code).map(unit -> units(screen, unit, minor)).orElse("");
  }

  /** So many minor units with the unit's name. */
  static String units(Screen screen, Unit unit, long minor) {
    return screen.amount(new Amount(minor, unit.decimals()))
        + " "
        + unit.counted(screen.language(), minor);
  }

  public String price(Line line) {
    Rate rate = line.rate();
    return rate == null
        ? "–"
        : club.unit(line.unit())
            .map(unit -> new Decimal(new BigDecimal(unit.worthOfOne(club, rate))))
            .map(money -> PricesPage.money(screen, money))
            .orElse("");
  }

  public String who(String partner) {
    return partner.isEmpty()
        ? screen.text("settlement.statement.nobody")
        : statement.account(partner).map(Account::name).orElse(partner);
  }

  public String pays(Transfer transfer) {
    return screen.text(
        "settlement.statement.transfer", "from", side(transfer.from()), "to", side(transfer.to()));
  }

  private String side(String code) {
    return code.isEmpty() ? screen.text("settlement.statement.thekitty") : screen.apart(who(code));
  }
}
