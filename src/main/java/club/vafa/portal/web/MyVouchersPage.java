package club.vafa.portal.web;

import club.vafa.api.Needs;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.portal.Guest;
import club.vafa.portal.web.VoucherList.Held;
import club.vafa.ui.Pages;
import club.vafa.ui.QrPicture;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A member's vouchers, and each with its code for the till. */
@Hidden
@Controller
class MyVouchersPage {
  private final MyVouchers vouchers;
  private final Clubs clubs;
  private final Pages pages;

  MyVouchersPage(MyVouchers vouchers, Clubs clubs, Pages pages) {
    this.vouchers = vouchers;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/me/vouchers")
  @Needs({})
  ResponseEntity<byte[]> all(Screen screen, Guest guest) {
    Club club = clubs.get(guest.club());
    List<Held> all = vouchers.all(screen, club, guest.member());
    return pages.show(
        screen,
        "portal/vouchers",
        new VoucherList(
            Hall.inside(club, "rewards"),
            vouchers.open(screen, club, guest.member()),
            all.stream().filter(Held::usable).toList(),
            all.stream().filter(held -> !held.usable()).toList()));
  }

  @GetMapping("/me/vouchers/{id}")
  @Needs({})
  ResponseEntity<byte[]> one(Screen screen, Guest guest, @PathVariable("id") String id) {
    Club club = clubs.get(guest.club());
    Held held = vouchers.one(screen, club, guest.member(), id).orElseThrow(Hall::nothingHere);
    return pages.show(
        screen,
        "portal/voucher",
        new VoucherSheet(Hall.inside(club, "rewards"), held, QrPicture.of(held.code())));
  }
}
