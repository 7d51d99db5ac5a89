package club.vafa.portal.web;

import club.vafa.api.Needs;
import club.vafa.cards.Cards;
import club.vafa.cards.Cards.Pass;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.portal.Guest;
import club.vafa.ui.Pages;
import club.vafa.ui.QrPicture;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The card that a member shows at the till, with a code that changes every minute. */
@Hidden
@Controller
class CardPage {
  private final Cards cards;
  private final Members members;
  private final Belongings belongings;
  private final Clubs clubs;
  private final Pages pages;
  private final Clock clock;

  CardPage(
      Cards cards, Members members, Belongings belongings, Clubs clubs, Pages pages, Clock clock) {
    this.cards = cards;
    this.members = members;
    this.belongings = belongings;
    this.clubs = clubs;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/me/card")
  @Needs({})
  ResponseEntity<byte[]> card(Screen screen, Guest guest) {
    return pages.show(screen, "portal/card", sheet(screen, guest));
  }

  /** The newest code alone, for the page that is open. */
  @GetMapping("/me/card/code")
  @Needs({})
  ResponseEntity<byte[]> code(Screen screen, Guest guest) {
    return pages.show(screen, "portal/pass", sheet(screen, guest));
  }

  private CardSheet sheet(Screen screen, Guest guest) {
    Club club = clubs.get(guest.club());
    Profile profile = members.profile(guest.club(), guest.member()).orElseThrow();
    Pass pass = cards.pass(guest.club(), guest.member());
    String contact =
        profile
            .first(IdentifierKind.PHONE)
            .or(() -> profile.first(IdentifierKind.EMAIL))
            .map(IdentifierKey::text)
            .orElse("");
    return new CardSheet(
        Hall.inside(club, "card"),
        profile.name(),
        contact,
        QrPicture.of(pass.text()),
        pass.text(),
        pass.fresh().toSeconds(),
        clock.instant(),
        belongings.balances(club, screen.language(), guest.member()));
  }
}
