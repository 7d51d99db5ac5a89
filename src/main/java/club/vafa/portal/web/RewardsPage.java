package club.vafa.portal.web;

import club.vafa.api.Needs;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.portal.Desk;
import club.vafa.portal.Guest;
import club.vafa.portal.web.RewardSheet.Date;
import club.vafa.portal.web.RewardSheet.Price;
import club.vafa.rewards.Claim;
import club.vafa.rewards.Offer;
import club.vafa.rewards.Offer.Payable;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.Rewards.NewClaim;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What points buy, and buying it. */
@Hidden
@Controller
class RewardsPage {
  private static final String ONE = "portal/reward";

  private final Catalogue catalogue;
  private final Belongings belongings;
  private final MyVouchers vouchers;
  private final Desk desk;
  private final Clubs clubs;
  private final Pages pages;
  private final Ids ids;
  private final Clock clock;

  RewardsPage(
      Catalogue catalogue,
      Belongings belongings,
      MyVouchers vouchers,
      Desk desk,
      Clubs clubs,
      Pages pages,
      Ids ids,
      Clock clock) {
    this.catalogue = catalogue;
    this.belongings = belongings;
    this.vouchers = vouchers;
    this.desk = desk;
    this.clubs = clubs;
    this.pages = pages;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping("/me/rewards")
  @Needs({})
  ResponseEntity<byte[]> all(Screen screen, Guest guest) {
    Club club = clubs.get(guest.club());
    return pages.show(
        screen,
        "portal/rewards",
        new MyRewards(
            Hall.inside(club, "rewards"),
            belongings.balances(club, screen.language(), guest.member()),
            catalogue.told(screen, club, guest.member()),
            vouchers.usable(screen, club, guest.member()).size()));
  }

  @GetMapping("/me/rewards/{code}")
  @Needs({})
  ResponseEntity<byte[]> one(Screen screen, Guest guest, @PathVariable("code") String code) {
    Club club = clubs.get(guest.club());
    Offer offer = offer(club, guest, code);
    return pages.show(screen, ONE, sheet(screen, club, offer, ""));
  }

  private Offer offer(Club club, Guest guest, String code) {
    return catalogue.offer(club, guest.member(), code).orElseThrow(Hall::nothingHere);
  }

  private RewardSheet sheet(Screen screen, Club club, Offer offer, String fault) {
    RewardTerms terms = Objects.requireNonNull(offer.reward().published());
    Instant now = clock.instant();
    List<Price> prices =
        offer.prices().stream()
            .filter(price -> isAllUnits(price) && price.affordable())
            .map(price -> new Price(price.price().unit(), catalogue.price(screen, club, price)))
            .toList();
    List<Date> dates =
        terms.sessions().stream()
            .filter(session -> session.at().isAfter(now))
            .map(session -> new Date(session.code(), session.at()))
            .toList();
    return new RewardSheet(
        Hall.inside(club, "rewards"),
        catalogue.told(screen, club, offer),
        offer.prices().stream().map(price -> catalogue.price(screen, club, price)).toList(),
        prices,
        dates,
        offer.prices().stream().noneMatch(RewardsPage::isAllUnits),
        ids.next().toString(),
        fault);
  }

  private static boolean isAllUnits(Payable price) {
    return price.price().money() == null;
  }

  /** What stands on the form. */
  record Chosen(@Nullable String unit, @Nullable String session, @Nullable String mark) {}

  @PostMapping("/me/rewards/{code}")
  @Needs({})
  ResponseEntity<byte[]> claim(
      Screen screen,
      Guest guest,
      @PathVariable("code") String code,
      @ModelAttribute Chosen chosen) {
    Club club = clubs.get(guest.club());
    Offer offer = offer(club, guest, code);
    NewClaim wanted =
        new NewClaim(
            guest.member(), code, 1, blankless(chosen.session()), blankless(chosen.unit()), null);
    String mark = Objects.requireNonNullElse(chosen.mark(), "");
    return switch (desk.claim(club, guest, wanted, mark)) {
      case Done<Optional<Claim>> _ -> pages.goTo(screen, "/me/vouchers");
      case Refused<Optional<Claim>>(var refusals) ->
          pages.refused(
              screen,
              ONE,
              sheet(screen, club, offer, Catalogue.sentence(pages.faults(screen, refusals))));
    };
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
