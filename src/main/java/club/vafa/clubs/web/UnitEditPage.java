package club.vafa.clubs.web;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.clubs.web.UnitView.UnitRequest;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Form;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units written down by the owner of a club. */
@Hidden
@Controller
class UnitEditPage {
  private static final String PATH = UnitsPage.PATH;
  private static final String TEMPLATE = "clubs/unit";

  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  UnitEditPage(Clubs clubs, Json json, Pages pages) {
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, entry(screen, caller, Form.EMPTY, null));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> add(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<Unit> added =
        json.read(UnitEntry.fitting(written.named("unit")), UnitRequest.class)
            .then(in -> in.read(club))
            .then(UnitEditPage::named)
            .then(unit -> clubs.addUnit(club.id(), unit));
    return pages.after(
        screen,
        added,
        unit -> PATH + "/" + unit.code(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), null)));
  }

  /** People call it by its name; programs may do with a code. */
  private static Outcome<Unit> named(Unit unit) {
    return unit.names().isEmpty()
        ? Outcome.refused(Refusal.at("/names", InputCode.REQUIRED))
        : Outcome.done(unit);
  }

  @GetMapping(PATH + "/{code}/edit")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("code") String code) {
    Club club = clubs.get(caller.club());
    Unit unit = UnitsPage.find(club, code);
    Form form = Form.of(json.tree(UnitView.of(club, unit)));
    return pages.show(screen, TEMPLATE, entry(screen, caller, form, unit));
  }

  @PostMapping(PATH + "/{code}/edit")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Unit unit = UnitsPage.find(club, code);
    Written written = new Written(sent, screen.club());
    Outcome<Unit> changed =
        json.read(
                UnitEntry.fitting(written.over(json.tree(UnitView.of(club, unit)))),
                UnitRequest.class)
            .then(in -> in.read(club))
            .then(wanted -> clubs.changeUnit(club.id(), wanted));
    return pages.after(
        screen,
        changed,
        done -> PATH + "/" + done.code(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), unit)));
  }

  private UnitEntry entry(Screen screen, Caller caller, Form form, @Nullable Unit unit) {
    return new UnitEntry(form, new UnitWords(screen, clubs.get(caller.club())), unit);
  }
}
