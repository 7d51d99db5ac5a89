package club.vafa.portal.web;

import club.vafa.api.Needs;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.members.MemberState;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.portal.Guest;
import club.vafa.portal.web.MemberHome.Confirming;
import club.vafa.spending.Spending;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a member: what they have, where they stand, what it buys. */
@Hidden
@Controller
class HomePage {
  private static final int FEW = 3;

  private final Members members;
  private final Belongings belongings;
  private final Standings standings;
  private final Catalogue catalogue;
  private final Spending spending;
  private final Clubs clubs;
  private final Clock clock;
  private final Pages pages;

  HomePage(
      Members members,
      Belongings belongings,
      Standings standings,
      Catalogue catalogue,
      Spending spending,
      Clubs clubs,
      Clock clock,
      Pages pages) {
    this.members = members;
    this.belongings = belongings;
    this.standings = standings;
    this.catalogue = catalogue;
    this.spending = spending;
    this.clubs = clubs;
    this.clock = clock;
    this.pages = pages;
  }

  private List<Confirming> confirming(Screen screen, Guest guest) {
    return spending.open(guest.club(), guest.member()).entrySet().stream()
        .map(asked ->
            new Confirming(
                asked.getValue(), screen.money(asked.getKey().amount()), asked.getKey().place()))
        .toList();
  }

  @GetMapping("/me")
  @Needs({})
  @Takes("club")
  ResponseEntity<byte[]> home(Screen screen, Guest guest) {
    Club club = clubs.get(guest.club());
    Profile profile = members.profile(guest.club(), guest.member()).orElseThrow();
    String first = profile.firstName();
    return pages.show(
        screen,
        "portal/home",
        new MemberHome(
            Hall.inside(club, "home"),
            first == null ? profile.name() : first,
            profile.state() == MemberState.BLOCKED,
            confirming(screen, guest),
            standings.of(club, screen.language(), guest.member()),
            belongings.balances(club, screen.language(), guest.member()),
            belongings.cards(club, screen.language(), guest.member()),
            catalogue.told(screen, club, guest.member()).stream().limit(FEW).toList(),
            clock.instant()));
  }
}
