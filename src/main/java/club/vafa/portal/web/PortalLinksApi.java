package club.vafa.portal.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.portal.Portal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ways in that staff makes for members, over HTTP. */
@RestController
@Tag(name = "Portal")
class PortalLinksApi {
  private final Portal portal;
  private final Hall hall;
  private final Clubs clubs;
  private final Answers answers;

  PortalLinksApi(Portal portal, Hall hall, Clubs clubs, Answers answers) {
    this.portal = portal;
    this.hall = hall;
    this.clubs = clubs;
    this.answers = answers;
  }

  /** A link for one member and one time. */
  @Schema(name = "PortalLink")
  record LinkOut(String link, Instant expiresAt) {}

  @PostMapping("/v1/members/{id}/portal-link")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(value = LinkOut.class, status = 201)
  @Operation(
      operationId = "makePortalLink",
      summary = "Let a member into their pages",
      description =
          "Answers with a link that logs the member in once, within ten minutes. Show it as a code"
              + " to scan, or send it to them alone.")
  ResponseEntity<?> make(Caller caller, @PathVariable("id") String id, HttpServletRequest request) {
    String place = "/club/" + clubs.get(caller.club()).code() + "/enter/";
    return answers.of(
        MemberId.parse(id)
            .map(member -> portal.link(caller.club(), member, caller.actor()))
            .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND))),
        HttpStatus.CREATED,
        link -> new LinkOut(hall.address(request, place + link.token()), link.expiresAt()));
  }
}
