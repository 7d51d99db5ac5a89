package club.vafa.tiers.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.tiers.MemberTiers;
import club.vafa.tiers.Projection;
import club.vafa.tiers.Reader;
import club.vafa.tiers.TierSet.Tier;
import club.vafa.tiers.web.TiersOfMember.Standing;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a member stands, for the staff. */
@Hidden
@Controller
class MemberTiersPage {
  private final MemberTiers tiers;
  private final Clubs clubs;
  private final Pages pages;

  MemberTiersPage(MemberTiers tiers, Clubs clubs, Pages pages) {
    this.tiers = tiers;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/console/members/{id}/tiers")
  @Needs(Scope.MEMBERS_READ)
  ResponseEntity<byte[]> standings(Screen screen, Caller caller, @PathVariable String id) {
    Club club = clubs.get(caller.club());
    MemberId member =
        MemberId.parse(id)
            .orElseThrow(() -> new InputRefused(List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND))));
    Reader reader = new Reader(club, screen.language());
    List<Standing> standings =
        InputRefused.unlessDone(tiers.of(club, member)).stream()
            .map(one -> standing(reader, one))
            .toList();
    return pages.show(screen, "tiers/of_member", new TiersOfMember(standings));
  }

  private Standing standing(Reader reader, Projection one) {
    Tier tier = one.tier();
    return new Standing(
        one.set().name(reader.language()),
        tier == null ? "" : tier.name(reader.language()),
        tiers.toReach(reader, one),
        tiers.toKeep(reader, one));
  }
}
