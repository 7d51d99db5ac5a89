package club.vafa.spending.web;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Outcome;
import club.vafa.spending.PolicyForm;
import club.vafa.spending.Spending;
import club.vafa.spending.SpendingPolicy;
import club.vafa.ui.Form;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When members confirm that they spend, and what tills let them spend without network. */
@Hidden
@Controller
class SpendingPage implements MenuEntry {
  private static final String PATH = "/console/spending";
  private static final String TEMPLATE = "spending/policy";

  private final Spending spending;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  SpendingPage(Spending spending, Clubs clubs, Json json, Pages pages) {
    this.spending = spending;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTINGS_READ)
  ResponseEntity<byte[]> show(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    Form form = Form.of(json.tree(PolicyForm.of(club, spending.policy(club.id()))));
    return pages.show(screen, TEMPLATE, sheet(screen, club, form));
  }

  @PostMapping(PATH)
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<SpendingPolicy> changed =
        json.read(written.document(), PolicyForm.class)
            .then(form -> form.read(club))
            .map(policy -> spending.put(club.id(), policy, caller.actor()));
    return pages.after(
        screen,
        changed,
        _ -> PATH,
        new Again(TEMPLATE, faults -> sheet(screen, club, written.form(faults))));
  }

  private static SpendingSheet sheet(Screen screen, Club club, Form form) {
    List<Map.Entry<String, String>> units =
        club.units().stream()
            .filter(unit -> unit.worth() != null)
            .map((Unit unit) -> Map.entry(unit.code(), unit.name(screen.language())))
            .toList();
    return new SpendingSheet(
        form,
        choices(screen, "spending.confirm.", SpendingPolicy.Confirm.values()),
        choices(screen, "spending.beyond.", SpendingPolicy.Beyond.values()),
        units,
        screen.currencySign(),
        screen.may(Scope.SETTINGS_WRITE));
  }

  private static Map<String, String> choices(Screen screen, String texts, Enum<?>[] values) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      String code = value.name().toLowerCase(Locale.ROOT);
      choices.put(code, screen.text(texts + code));
    }
    return choices;
  }

  @Override
  public String title() {
    return "spending.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "shield-check";
  }

  @Override
  public int place() {
    return 805;
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
