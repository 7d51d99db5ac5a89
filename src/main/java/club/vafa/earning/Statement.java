package club.vafa.earning;

import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Entry.Account;
import club.vafa.ledger.Statements.Line;
import club.vafa.members.Wallets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells a member's statement, each line with its reason. */
@Component
class Statement {
  private final Wallets wallets;
  private final Campaigns campaigns;

  Statement(Wallets wallets, Campaigns campaigns) {
    this.wallets = wallets;
    this.campaigns = campaigns;
  }

  Page<StatementLine> of(Club club, Language language, MemberId member, Paging paging) {
    Page<Line> lines = wallets.statement(club.id(), member, null, paging);
    return new Page<>(told(club, language, lines.data()), lines.next());
  }

  /** The books move award by award; what one document did at once is one line to its reader. */
  private List<StatementLine> told(Club club, Language language, List<Line> lines) {
    List<StatementLine> told = new ArrayList<>();
    Entry last = null;
    for (Line line : lines) {
      Entry entry = line.entry();
      if (last != null && isSame(last, entry)) {
        told.add(told.removeLast().plus(entry.amount()));
      } else {
        told.add(line(club, language, entry));
      }
      last = entry;
    }
    return told;
  }

  private static boolean isSame(Entry one, Entry other) {
    return one.kind() == other.kind()
        && one.unit() == other.unit()
        && one.from() == other.from()
        && one.to() == other.to()
        && one.cause().equals(other.cause());
  }

  private StatementLine line(Club club, Language language, Entry entry) {
    Unit unit = club.unit(entry.unit());
    long change =
        (entry.to() == Account.ACTIVE ? entry.amount() : 0)
            - (entry.from() == Account.ACTIVE ? entry.amount() : 0);
    return new StatementLine(
        entry.at(),
        "earning.entry." + entry.kind().name().toLowerCase(Locale.ROOT),
        campaign(club, language, entry.cause()),
        entry.cause().reason() == null ? "" : entry.cause().reason(),
        unit,
        new Amount(entry.amount(), unit.decimals()),
        Long.signum(change),
        new Amount(entry.balance(), unit.decimals()));
  }

  /** The campaign that gave it, as it was called when it did. */
  private String campaign(Club club, Language language, Cause cause) {
    Cause.Rule rule = cause.rule();
    if (rule == null) {
      return "";
    }
    return campaigns.definition(club, rule.campaign(), rule.version()).name(language);
  }
}
