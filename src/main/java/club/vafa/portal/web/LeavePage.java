package club.vafa.portal.web;

import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.portal.Desk;
import club.vafa.portal.Guest;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving: this device, all devices, or the club. */
@Hidden
@Controller
class LeavePage {
  private final Desk desk;
  private final Hall hall;
  private final Clubs clubs;
  private final Pages pages;

  LeavePage(Desk desk, Hall hall, Clubs clubs, Pages pages) {
    this.desk = desk;
    this.hall = hall;
    this.clubs = clubs;
    this.pages = pages;
  }

  @PostMapping("/me/leave")
  @Needs({})
  ResponseEntity<byte[]> leave(Guest guest, HttpServletRequest request) {
    desk.leave(guest);
    return hall.farewell(request, page(guest));
  }

  @PostMapping("/me/leave-everywhere")
  @Needs({})
  ResponseEntity<byte[]> leaveEverywhere(Guest guest, HttpServletRequest request) {
    desk.leaveEverywhere(guest);
    return hall.farewell(request, page(guest));
  }

  @GetMapping("/me/delete")
  @Needs({})
  ResponseEntity<byte[]> sure(Screen screen, Guest guest) {
    Club club = clubs.get(guest.club());
    return pages.show(screen, "portal/delete", Hall.inside(club, "more"));
  }

  @PostMapping("/me/delete")
  @Needs({})
  ResponseEntity<byte[]> delete(Guest guest, HttpServletRequest request) {
    InputRefused.unlessDone(desk.erase(guest));
    return hall.farewell(request, page(guest));
  }

  private String page(Guest guest) {
    return "/club/" + clubs.get(guest.club()).code();
  }
}
