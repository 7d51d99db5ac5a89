package club.vafa.earning.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Entry.Account;
import club.vafa.ledger.Statements.Line;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.members.Wallets;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The statement of a member's wallets as a part of the member's page, each line with its reason.
 */
@Hidden
@Controller
class StatementPage {
  private static final int LINES = 25;

  private final Members members;
  private final Wallets wallets;
  private final Campaigns campaigns;
  private final Clubs clubs;
  private final Pages pages;

  StatementPage(Members members, Wallets wallets, Campaigns campaigns, Clubs clubs, Pages pages) {
    this.members = members;
    this.wallets = wallets;
    this.campaigns = campaigns;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/console/members/{id}/statement")
  @Needs(Scope.MEMBERS_READ)
  ResponseEntity<byte[]> statement(
      Screen screen,
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String after) {
    MemberId member =
        MemberId.parse(id)
            .filter(one -> !members.look(caller.club(), List.of(one)).isEmpty())
            .orElseThrow(() -> new InputRefused(List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND))));
    Paging paging = InputRefused.unlessDone(Paging.read(LINES, after));
    Club club = clubs.get(caller.club());
    Page<Line> lines = wallets.statement(caller.club(), member, null, paging);
    String next = lines.next();
    return pages.show(
        screen,
        "earning/statement",
        new StatementPart(
            told(club, screen.language(), lines.data()),
            next == null ? null : "/console/members/" + member + "/statement?after=" + next,
            after == null));
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
        unit.name(language),
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
