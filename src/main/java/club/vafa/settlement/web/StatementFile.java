package club.vafa.settlement.web;

import club.vafa.clubs.Club;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.PartnersStatement.Account;
import club.vafa.settlement.web.SettlementViews.LineOut;
import java.util.ArrayList;
import java.util.List;

/** The lines of a statement as rows of a file, the same for every reader. */
final class StatementFile {
  static final List<String> HEADINGS =
      List.of(
          "period", "first", "last", "partner", "what", "unit", "units", "price", "owes",
          "earlier");

  private StatementFile() {}

  static List<List<String>> rows(Club club, PartnersStatement statement) {
    List<List<String>> rows = new ArrayList<>();
    for (Account account : statement.accounts()) {
      for (PartnersStatement.Line line : account.lines()) {
        rows.add(row(statement, account.partner(), LineOut.of(club, line)));
      }
    }
    for (PartnersStatement.Line line : statement.unassigned()) {
      rows.add(row(statement, "", LineOut.of(club, line)));
    }
    return rows;
  }

  private static List<String> row(PartnersStatement statement, String partner, LineOut line) {
    return List.of(
        String.valueOf(statement.number()),
        statement.first().toString(),
        statement.last().toString(),
        partner,
        line.what(),
        line.unit(),
        line.units(),
        line.price() == null ? "" : line.price(),
        line.owes(),
        line.earlier() ? "yes" : "");
  }

  /** Codes and numbers hold nothing that would have to be quoted. */
  static String of(Club club, PartnersStatement statement) {
    StringBuilder file = new StringBuilder(String.join(",", HEADINGS)).append("\r\n");
    rows(club, statement).forEach(row -> file.append(String.join(",", row)).append("\r\n"));
    return file.toString();
  }
}
