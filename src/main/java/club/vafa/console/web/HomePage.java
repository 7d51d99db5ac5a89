package club.vafa.console.web;

import club.vafa.activity.Activity;
import club.vafa.activity.Purchase;
import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.spending.Unbooked;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where owners and managers begin: today, beside the same hours a week ago. */
@Hidden
@Controller
class HomePage implements MenuEntry {
  private static final String PATH = "/console/today";
  private static final int LATEST = 10;

  private final Activity activity;
  private final Members members;
  private final Clubs clubs;
  private final Unbooked unbooked;
  private final Clock clock;
  private final Pages pages;

  HomePage(
      Activity activity,
      Members members,
      Clubs clubs,
      Unbooked unbooked,
      Clock clock,
      Pages pages) {
    this.activity = activity;
    this.members = members;
    this.clubs = clubs;
    this.unbooked = unbooked;
    this.clock = clock;
    this.pages = pages;
  }

  @GetMapping("/console")
  @Needs({})
  ResponseEntity<byte[]> enter(Screen screen) {
    return pages.goTo(screen, screen.may(needs()) ? PATH : "/console/members");
  }

  @GetMapping(PATH)
  @Needs(Scope.PURCHASES_READ)
  ResponseEntity<byte[]> today(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    Instant now = clock.instant();
    LocalDate today = club.day(now);
    LocalDate before = today.minusWeeks(1);
    Instant then = now.atZone(club.zone()).minusWeeks(1).toInstant();
    List<Sale> latest = latest(club);
    Home home =
        new Home(
            today,
            activity.takings(club.id(), start(club, today), now),
            activity.takings(club.id(), start(club, before), then),
            members.joined(club.id(), start(club, today), now),
            members.joined(club.id(), start(club, before), then),
            screen.may(Scope.ADJUSTMENTS_WRITE) ? unbooked.open(club.id()) : 0,
            latest);
    return pages.show(screen, "console/home", home);
  }

  private static Instant start(Club club, LocalDate day) {
    return day.atStartOfDay(club.zone()).toInstant();
  }

  private List<Sale> latest(Club club) {
    List<Purchase> purchases = activity.latest(club.id(), LATEST);
    List<Branch> branches = clubs.branches(club.id());
    List<MemberId> buyers =
        purchases.stream().map(Purchase::member).filter(Objects::nonNull).distinct().toList();
    Map<MemberId, Profile> profiles =
        members.profiles(club.id(), buyers).stream()
            .collect(Collectors.toMap(Profile::id, Function.identity()));
    return purchases.stream()
        .map(purchase -> Sale.of(purchase, profiles.get(purchase.member()), branches))
        .toList();
  }

  @Override
  public String title() {
    return "console.home";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "home";
  }

  @Override
  public int place() {
    return 100;
  }

  @Override
  public Scope needs() {
    return Scope.PURCHASES_READ;
  }
}
