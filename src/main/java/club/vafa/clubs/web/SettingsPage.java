package club.vafa.clubs.web;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.web.ClubApi.ClubRequest;
import club.vafa.clubs.web.ClubApi.ClubView;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Toman;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings of the club: what it is called and how it reckons. */
@Hidden
@Controller
class SettingsPage implements MenuEntry {
  private static final String PATH = "/console/settings";
  private static final String TEMPLATE = "clubs/settings";

  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  SettingsPage(Clubs clubs, Json json, Pages pages) {
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTINGS_READ)
  ResponseEntity<byte[]> show(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    return pages.show(screen, TEMPLATE, sheet(screen, club, form(club)));
  }

  private Form form(Club club) {
    return Form.of(json.tree(ClubView.of(club)));
  }

  @PostMapping(PATH)
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<Club> changed =
        json.read(written.document(), ClubRequest.class)
            .then(ClubRequest::read)
            .then(settings -> clubs.change(caller.club(), settings));
    return pages.after(
        screen,
        changed,
        _ -> PATH,
        new Again(TEMPLATE, (Faults faults) -> sheet(screen, club, written.form(faults))));
  }

  private static SettingsSheet sheet(Screen screen, Club club, Form form) {
    Map<String, String> languages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      languages.put(language.code(), language.ownName());
    }
    UnitWords words = new UnitWords(screen, club);
    return new SettingsSheet(
        form,
        languages,
        words.choices("clubs.gift_cards_earn.", Club.GiftCardsEarn.values()),
        words.choices("clubs.return_policy.", Club.ReturnPolicy.values()),
        fixed(screen, club),
        Toman.suits(club.currency()),
        screen.may(Scope.SETTINGS_WRITE));
  }

  /** What stays as the club was founded. */
  private static List<Fact> fixed(Screen screen, Club club) {
    return List.of(
        new Fact(screen.text("clubs.login_name"), club.code(), true),
        new Fact(screen.text("clubs.currency"), club.currency().getCurrencyCode(), true),
        new Fact(screen.text("clubs.zone"), club.zone().getId(), true),
        new Fact(
            screen.text("clubs.calendar"),
            screen.text("clubs.calendar." + UnitWords.lower(club.calendar()))),
        new Fact(screen.text("clubs.region"), club.region(), true));
  }

  @Override
  public String title() {
    return "clubs.settings";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "settings";
  }

  @Override
  public int place() {
    return 800;
  }

  @Override
  public String group() {
    return "ui.group.settings";
  }

  @Override
  public Scope needs() {
    return Scope.SETTINGS_READ;
  }
}
