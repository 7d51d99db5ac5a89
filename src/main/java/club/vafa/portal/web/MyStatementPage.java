package club.vafa.portal.web;

import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.StatementLine;
import club.vafa.portal.Guest;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's statement: every movement with its reason. */
@Hidden
@Controller
class MyStatementPage {
  private static final int LINES = 25;

  private final Earning earning;
  private final Clubs clubs;
  private final Pages pages;

  MyStatementPage(Earning earning, Clubs clubs, Pages pages) {
    this.earning = earning;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/me/statement")
  @Needs({})
  ResponseEntity<byte[]> statement(
      Screen screen, Guest guest, @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(guest.club());
    Paging paging = InputRefused.unlessDone(Paging.read(LINES, after));
    Page<StatementLine> lines = earning.statement(club, screen.language(), guest.member(), paging);
    String next = lines.next();
    return pages.show(
        screen,
        "portal/statement",
        new MyStatement(
            Hall.inside(club, "home"),
            lines.data(),
            next == null ? null : "/me/statement?after=" + next,
            after == null));
  }
}
