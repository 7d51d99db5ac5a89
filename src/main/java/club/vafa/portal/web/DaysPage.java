package club.vafa.portal.web;

import club.vafa.api.Needs;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.Members;
import club.vafa.portal.Guest;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Days a member makes their own, on which campaigns may give more. */
@Hidden
@Controller
class DaysPage {
  private static final String PATH = "/me/days";
  private static final String TEMPLATE = "portal/days";

  private final Members members;
  private final Clubs clubs;
  private final Pages pages;
  private final Clock clock;

  DaysPage(Members members, Clubs clubs, Pages pages, Clock clock) {
    this.members = members;
    this.clubs = clubs;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> mine(Screen screen, Guest guest) {
    return pages.show(screen, TEMPLATE, sheet(guest, "", Faults.NONE));
  }

  private DaysSheet sheet(Guest guest, String typed, Faults faults) {
    Club club = clubs.get(guest.club());
    LocalDate today = club.day(clock.instant());
    List<LocalDate> ahead =
        members.ownDays(club.id(), guest.member()).stream()
            .filter(day -> day.isAfter(today))
            .toList();
    return new DaysSheet(
        Hall.inside(club, "more"), members.ownDayRule(club.id()), ahead, typed, faults);
  }

  @PostMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> choose(
      Screen screen, Guest guest, @RequestParam(defaultValue = "") String day) {
    Club club = clubs.get(guest.club());
    return after(
        screen,
        guest,
        day,
        read(club, day).then(one -> members.chooseOwnDay(club, guest.member(), one, "member")));
  }

  @PostMapping(PATH + "/drop")
  @Needs({})
  ResponseEntity<byte[]> drop(
      Screen screen, Guest guest, @RequestParam(defaultValue = "") String day) {
    Club club = clubs.get(guest.club());
    return after(
        screen,
        guest,
        day,
        read(club, day).then(one -> members.dropOwnDay(club, guest.member(), one)));
  }

  private static Outcome<LocalDate> read(Club club, String typed) {
    Input input = new Input();
    Optional<LocalDate> day = new Typed(Map.of("day", typed)).day("day", club.calendar(), input);
    if (day.isEmpty() && !input.faulty()) {
      input.refuse("/day", InputCode.REQUIRED);
    }
    return day.map(Outcome::done).orElseGet(() -> Outcome.refused(input.refusals()));
  }

  private ResponseEntity<byte[]> after(
      Screen screen, Guest guest, String typed, Outcome<LocalDate> outcome) {
    return switch (outcome) {
      case Done<LocalDate> _ -> pages.goTo(screen, PATH);
      case Refused<LocalDate>(List<Refusal> refusals) ->
          pages.refused(screen, TEMPLATE, sheet(guest, typed, pages.faults(screen, refusals)));
    };
  }
}
