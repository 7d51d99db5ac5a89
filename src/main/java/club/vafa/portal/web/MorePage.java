package club.vafa.portal.web;

import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.memberships.Membership;
import club.vafa.memberships.Memberships;
import club.vafa.memberships.Memberships.Detail;
import club.vafa.portal.Guest;
import club.vafa.portal.web.FriendsSheet.Came;
import club.vafa.portal.web.MembershipList.Mine;
import club.vafa.referrals.Advocate;
import club.vafa.referrals.ReferralState;
import club.vafa.referrals.Referrals;
import club.vafa.templates.Guides;
import club.vafa.ui.Pages;
import club.vafa.ui.QrPicture;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a member looks at less often: memberships, friends, help. */
@Hidden
@Controller
class MorePage {
  private static final int MOST = 50;

  /** What a member is told of their friends; the rest is between the friends and the club. */
  private static final List<ReferralState> FRIENDS =
      List.of(ReferralState.OPEN, ReferralState.BLOCKED, ReferralState.QUALIFIED);

  private final Memberships memberships;
  private final Referrals referrals;
  private final Guides guides;
  private final Hall hall;
  private final Clubs clubs;
  private final Pages pages;

  MorePage(
      Memberships memberships,
      Referrals referrals,
      Guides guides,
      Hall hall,
      Clubs clubs,
      Pages pages) {
    this.memberships = memberships;
    this.referrals = referrals;
    this.guides = guides;
    this.hall = hall;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/me/more")
  @Needs({})
  ResponseEntity<byte[]> more(Screen screen, Guest guest) {
    return pages.show(screen, "portal/more", Hall.inside(clubs.get(guest.club()), "more"));
  }

  @GetMapping("/me/memberships")
  @Needs({})
  ResponseEntity<byte[]> memberships(Screen screen, Guest guest) {
    Club club = clubs.get(guest.club());
    List<Mine> mine =
        memberships.list(club.id(), guest.member(), null, MOST).stream()
            .map(one -> mine(screen, memberships.detail(club, one)))
            .toList();
    return pages.show(
        screen, "portal/memberships", new MembershipList(Hall.inside(club, "more"), mine));
  }

  private static Mine mine(Screen screen, Detail detail) {
    Membership one = detail.membership();
    return new Mine(
        detail.terms().name(screen.language(), detail.plan().code()),
        "portal.membership." + one.state().name().toLowerCase(Locale.ROOT),
        one.state().open(),
        one.ending(),
        one.span().ends().minusDays(1),
        screen.money(one.span().fee()),
        detail.terms().entitlements().stream()
            .map(right -> right.names().getOrDefault(screen.language(), right.code()))
            .toList());
  }

  @GetMapping("/me/friends")
  @Needs({})
  ResponseEntity<byte[]> friends(Screen screen, Guest guest, HttpServletRequest request) {
    Club club = clubs.get(guest.club());
    MemberId member = guest.member();
    Advocate advocate = InputRefused.unlessDone(referrals.advocate(club.id(), member));
    String own = advocate.link();
    String link =
        own == null
            ? hall.address(request, "/club/" + club.code() + "/join?ref=" + advocate.code())
            : own;
    List<Came> came =
        FRIENDS.stream()
            .filter(state -> advocate.counts().getOrDefault(state, 0L) > 0)
            .map(state ->
                new Came(
                    "portal.friends." + state.name().toLowerCase(Locale.ROOT),
                    advocate.counts().getOrDefault(state, 0L)))
            .toList();
    return pages.show(
        screen,
        "portal/friends",
        new FriendsSheet(
            Hall.inside(club, "more"), advocate.code(), link, QrPicture.of(link), came));
  }

  @GetMapping("/me/help")
  @Needs({})
  ResponseEntity<byte[]> help(Screen screen, Guest guest) {
    Club club = clubs.get(guest.club());
    return pages.show(
        screen,
        "portal/help",
        new ClubSheet(Hall.inside(club, "more"), guides.guide(club, screen.language()), "", ""));
  }
}
