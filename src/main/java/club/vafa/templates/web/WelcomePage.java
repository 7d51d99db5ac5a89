package club.vafa.templates.web;

import club.vafa.access.NewStaff;
import club.vafa.access.Role;
import club.vafa.access.Staff;
import club.vafa.access.StaffList;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.BrandChange;
import club.vafa.clubs.BrandForm;
import club.vafa.clubs.Brands;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubSettings;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.Version;
import club.vafa.templates.Guides;
import club.vafa.templates.Template;
import club.vafa.templates.Templates;
import club.vafa.templates.TemplatesCode;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The first steps of a club, for its owner: from its trade to its first sale. */
@Hidden
@Controller
class WelcomePage {
  static final String PATH = "/console/welcome";
  private static final String PROGRAM = "templates/program";
  private static final String CLUB = "templates/club";

  private final Templates templates;
  private final Guides guides;
  private final WelcomeParts parts;
  private final Clubs clubs;
  private final Brands brands;
  private final BrandForm form;
  private final StaffList staff;
  private final Pages pages;

  WelcomePage(
      Templates templates,
      Guides guides,
      WelcomeParts parts,
      Clubs clubs,
      Brands brands,
      StaffList staff,
      Pages pages) {
    this.templates = templates;
    this.guides = guides;
    this.parts = parts;
    this.clubs = clubs;
    this.brands = brands;
    this.form = new BrandForm(brands, pages);
    this.staff = staff;
    this.pages = pages;
  }

  /** Goes on where the club stands: nothing of it is kept beside what there is. */
  @GetMapping(PATH)
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> enter(Screen screen, Caller caller) {
    WelcomeStep step =
        !parts.runs(caller.club())
            ? WelcomeStep.TRADE
            : parts.cashiers(caller.club()) == 0 ? WelcomeStep.CASHIER : WelcomeStep.DONE;
    return pages.goTo(screen, step.path());
  }

  /** A part of today: the way here, as long as the club has no program. */
  @GetMapping(PATH + "/invitation")
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> invitation(Screen screen, Caller caller) {
    return pages.show(screen, "templates/invitation", parts.runs(caller.club()));
  }

  @GetMapping(PATH + "/trade")
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> trades(Screen screen, Caller caller) {
    return pages.show(screen, "templates/trades", parts.trades(screen, clubs.get(caller.club())));
  }

  @GetMapping(PATH + "/club")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> club(Screen screen, Caller caller, @RequestParam String trade) {
    Club club = clubs.get(caller.club());
    WelcomeClub shown =
        WelcomeClub.of(club, template(trade), club.name(), BrandForm.sheet(screen, club));
    return pages.show(screen, CLUB, shown);
  }

  /** The whole step is taken or nothing of it. */
  @PostMapping(PATH + "/club")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> saveClub(
      Screen screen,
      Caller caller,
      Typed typed,
      @RequestParam(required = false) @Nullable MultipartFile logo) {
    Template template = template(typed.at("trade"));
    Input input = new Input();
    String name = input.text("/name", typed.at("name"), 200);
    ClubSettings settings =
        ClubSettings.of(name, Language.of(typed.at("language")), typed.on("toman"));
    BrandChange brand = BrandForm.read(typed, logo);
    Club club = clubs.get(caller.club());
    Outcome<Brands.Trial> tried = brand.with(brands, caller.club(), input.refusals());
    Outcome<Club> changed =
        tried
            .then(_ -> clubs.change(caller.club(), settings))
            .then(now -> brands.change(now.id(), brand, caller.actor()).map(_ -> now));
    return switch (changed) {
      case Done<Club> _ ->
          pages.goTo(screen, WelcomeStep.PROGRAM.path() + "?trade=" + template.trade());
      case Refused<Club>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              CLUB,
              WelcomeClub.of(
                      club, template, typed.at("name"), form.tried(screen, club, typed, logo))
                  .with(pages.faults(screen, refusals)));
    };
  }

  @GetMapping(PATH + "/program")
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> program(Screen screen, Caller caller, @RequestParam String trade) {
    Club club = clubs.get(caller.club());
    return pages.show(screen, PROGRAM, parts.look(screen, club, template(trade), Map.of()));
  }

  /** The sentences again, with other figures; nothing is kept. */
  @PostMapping(PATH + "/look")
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> look(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    WelcomeProgram shown =
        parts.look(screen, club, template(first(sent, "trade")), WelcomeParts.given(sent));
    return pages.show(screen, screen.fragment() ? "templates/figures" : PROGRAM, shown);
  }

  @PostMapping(PATH + "/program")
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> publish(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Template template = template(first(sent, "trade"));
    Map<String, @Nullable String> given = WelcomeParts.given(sent);
    Outcome<Version> published =
        parts.publish(screen, club, template, new WelcomeParts.Wish(given, caller.actor()));
    return switch (published) {
      case Done<Version> _ -> pages.goTo(screen, WelcomeStep.CASHIER.path());
      case Refused<Version>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              PROGRAM,
              parts.refused(screen, club, template, new WelcomeParts.Wrong(given, refusals)));
    };
  }

  @GetMapping(PATH + "/cashier")
  @Needs(Scope.STAFF_WRITE)
  ResponseEntity<byte[]> cashier(Screen screen, Caller caller) {
    return pages.show(
        screen, "templates/cashier", cashier(caller, new Asked("", "", "", Faults.NONE)));
  }

  private WelcomeCashier cashier(Caller caller, Asked asked) {
    return new WelcomeCashier(
        asked.name(),
        asked.login(),
        asked.password(),
        clubs.get(caller.club()).code(),
        parts.cashiers(caller.club()),
        asked.faults());
  }

  /** Who is to be let in, and the password once they are. */
  private record Asked(String name, String login, String password, Faults faults) {}

  /** The password is shown on the answer and nowhere again: it is kept as a hash only. */
  @PostMapping(PATH + "/cashier")
  @Needs(Scope.STAFF_WRITE)
  ResponseEntity<byte[]> letIn(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    String name = first(sent, "name");
    String login = first(sent, "login");
    String password = parts.password();
    Outcome<Staff> added =
        staff.add(caller, new NewStaff(login, name, Role.CASHIER, null, null, password));
    return switch (added) {
      case Done<Staff>(Staff one) ->
          pages.show(
              screen,
              "templates/cashier",
              cashier(caller, new Asked(one.name(), one.login(), password, Faults.NONE)));
      case Refused<Staff>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              "templates/cashier",
              cashier(caller, new Asked(name, login, "", pages.faults(screen, refusals))));
    };
  }

  @GetMapping(PATH + "/done")
  @Needs(Scope.PROGRAM_PUBLISH)
  ResponseEntity<byte[]> done(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    String site = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    return pages.show(
        screen,
        "templates/done",
        new WelcomeDone(
            List.of(Language.values()),
            site + "/club/" + club.code() + "/join",
            parts.runs(club.id()),
            parts.cashiers(club.id()) > 0));
  }

  /** The guide to print; its one style sheet is allowed by its hash. */
  @GetMapping("/console/guide")
  @Needs(Scope.PROGRAM_READ)
  void guide(
      Screen screen,
      Caller caller,
      @RequestParam(required = false) @Nullable String language,
      HttpServletResponse answer)
      throws IOException {
    Language spoken = language == null ? screen.language() : Language.of(language);
    byte[] page = guides.page(clubs.get(caller.club()), spoken).getBytes(StandardCharsets.UTF_8);
    answer.setHeader("Content-Security-Policy", guides.policy(clubs.get(caller.club())));
    answer.setHeader("Cache-Control", "no-store");
    answer.setContentType("text/html;charset=UTF-8");
    answer.getOutputStream().write(page);
  }

  private Template template(String trade) {
    return templates
        .of(trade)
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(TemplatesCode.TEMPLATE_NOT_FOUND))));
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    String value = sent.getFirst(name);
    return value == null ? "" : value.strip();
  }
}
