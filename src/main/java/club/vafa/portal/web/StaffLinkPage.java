package club.vafa.portal.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.portal.Portal;
import club.vafa.portal.Portal.Link;
import club.vafa.ui.Pages;
import club.vafa.ui.QrPicture;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows staff a way in that they made for a member, as a link and as a code to scan. */
@Hidden
@Controller
class StaffLinkPage {
  private final Portal portal;
  private final Hall hall;
  private final Clubs clubs;
  private final Pages pages;

  StaffLinkPage(Portal portal, Hall hall, Clubs clubs, Pages pages) {
    this.portal = portal;
    this.hall = hall;
    this.clubs = clubs;
    this.pages = pages;
  }

  @PostMapping("/console/members/{id}/portal-link")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @PathVariable("id") String id, HttpServletRequest request) {
    Link made =
        InputRefused.unlessDone(
            MemberId.parse(id)
                .map(member -> portal.link(caller.club(), member, caller.actor()))
                .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND))));
    String code = clubs.get(caller.club()).code();
    String link = hall.address(request, "/club/" + code + "/enter/" + made.token());
    return pages.show(
        screen, "portal/staff", new StaffLink(id, link, QrPicture.of(link), made.expiresAt()));
  }
}
