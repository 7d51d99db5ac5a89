package club.vafa.earning.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.StatementLine;
import club.vafa.kernel.MemberId;
import club.vafa.members.Members;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
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
  private final Earning earning;
  private final Clubs clubs;
  private final Pages pages;

  StatementPage(Members members, Earning earning, Clubs clubs, Pages pages) {
    this.members = members;
    this.earning = earning;
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
    MemberId member = InputRefused.unlessDone(members.named(caller.club(), id));
    Paging paging = InputRefused.unlessDone(Paging.read(LINES, after));
    Club club = clubs.get(caller.club());
    Page<StatementLine> lines = earning.statement(club, screen.language(), member, paging);
    String next = lines.next();
    return pages.show(
        screen,
        "earning/statement",
        new StatementPart(
            lines.data(),
            next == null ? null : "/console/members/" + member + "/statement?after=" + next,
            after == null));
  }
}
