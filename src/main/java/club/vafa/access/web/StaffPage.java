package club.vafa.access.web;

import club.vafa.access.AccessCode;
import club.vafa.access.NewStaff;
import club.vafa.access.Role;
import club.vafa.access.Staff;
import club.vafa.access.StaffChange;
import club.vafa.access.StaffId;
import club.vafa.access.StaffList;
import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Deed;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Link;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Secrets;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Staff: let in with a password that is shown once, changed, blocked. */
@Hidden
@Controller
class StaffPage implements MenuEntry {
  private static final String PATH = "/console/staff";
  private static final String TEMPLATE = "access/staff";
  private static final CodePattern PASSWORD = CodePattern.closed("####-####-####-####");

  private final StaffList staff;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;
  private final SecureRandom chance = new SecureRandom();

  StaffPage(StaffList staff, Clubs clubs, Json json, Pages pages) {
    this.staff = staff;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.STAFF_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    // Who is let in may do little until more is chosen.
    Form form =
        Form.EMPTY
            .or("/role", "cashier")
            .or("/language", clubs.get(caller.club()).language().code());
    return pages.show(screen, TEMPLATE, entry(screen, caller, form, null));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.STAFF_WRITE)
  ResponseEntity<byte[]> add(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Written written = new Written(sent, screen.club());
    String password = PASSWORD.draw(chance);
    ObjectNode document = written.document();
    document.put("password", password);
    Outcome<Staff> added =
        json.read(document, NewStaff.class).then(wanted -> staff.add(caller, wanted));
    return switch (added) {
      case Done<Staff>(Staff one) ->
          pages.show(screen, "list/secrets", shown(screen, one, password));
      case Refused<Staff>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              TEMPLATE,
              entry(screen, caller, written.form(pages.faults(screen, refusals)), null));
    };
  }

  private static Secrets shown(Screen screen, Staff one, String password) {
    return new Secrets(
        screen.text("access.password.of", "name", one.name()),
        screen.text("access.password.hint", "login", one.login()),
        List.of(password),
        new Link(PATH + "/" + one.id(), screen.text("access.password.kept")));
  }

  @GetMapping(PATH + "/{id}/edit")
  @Needs(Scope.STAFF_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("id") String id) {
    Staff one = find(caller, id);
    return pages.show(screen, TEMPLATE, entry(screen, caller, Form.of(json.tree(one)), one));
  }

  @PostMapping(PATH + "/{id}/edit")
  @Needs(Scope.STAFF_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Staff one = find(caller, id);
    Written written = new Written(sent, screen.club());
    ObjectNode document = written.document();
    if (!document.has("branch")) {
      document.putNull("branch");
    }
    Outcome<Staff> changed =
        json.read(document, StaffChange.class)
            .then(wanted -> staff.change(caller, one.id(), wanted));
    return pages.after(
        screen,
        changed,
        done -> PATH + "/" + done.id(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), one)));
  }

  private StaffEntry entry(Screen screen, Caller caller, Form form, @Nullable Staff one) {
    Map<String, String> roles = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      roles.put(role.name().toLowerCase(Locale.ROOT), new StaffWords(screen).role(role));
    }
    Map<String, String> branches = new LinkedHashMap<>();
    for (Branch branch : clubs.branches(caller.club())) {
      branches.put(branch.code(), branch.name());
    }
    Map<String, String> languages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      languages.put(language.code(), language.ownName());
    }
    return new StaffEntry(form, roles, branches, languages, one == null ? "" : one.id().toString());
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.STAFF_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  private Staff find(Caller caller, String id) {
    return StaffId.parse(id)
        .flatMap(known -> staff.find(caller.club(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(AccessCode.STAFF_NOT_FOUND))));
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    Staff one = find(caller, id);
    StaffWords words = new StaffWords(screen);
    boolean may = screen.may(Scope.STAFF_WRITE);
    return new Sheet(
            one.name(),
            words.role(one.role()),
            words.mark(one),
            new Link(PATH, screen.text("access.staff.back")))
        .and(new Section(screen.text("access.staff.about"), words.facts(one)))
        .changedAt(may, new Link(PATH + "/" + id + "/edit", screen.text("access.change")))
        .offering(may, deed(screen, id, "password"))
        .offering(may && one.active(), deed(screen, id, "blocked").forGood())
        .offering(may && !one.active(), deed(screen, id, "active"))
        .with(faults);
  }

  private static Deed deed(Screen screen, String id, String to) {
    return new Deed(
        PATH + "/" + id + "/turn",
        to,
        screen.text("access.do." + to),
        screen.text("access.do." + to + ".hint"));
  }

  @PostMapping(PATH + "/{id}/turn")
  @Needs(Scope.STAFF_WRITE)
  ResponseEntity<byte[]> turn(
      Screen screen, Caller caller, @PathVariable("id") String id, @RequestParam("to") String to) {
    Staff one = find(caller, id);
    String password = PASSWORD.draw(chance);
    Outcome<Staff> turned =
        switch (to) {
          case "password" ->
              staff.change(
                  caller, one.id(), new StaffChange(null, null, null, null, null, password));
          case "blocked" -> staff.change(caller, one.id(), state(Staff.State.BLOCKED));
          case "active" -> staff.change(caller, one.id(), state(Staff.State.ACTIVE));
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    return to.equals("password") && turned instanceof Done<Staff>(Staff done)
        ? pages.show(screen, "list/secrets", shown(screen, done, password))
        : pages.after(
            screen,
            turned,
            done -> PATH + "/" + done.id(),
            new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  private static StaffChange state(Staff.State state) {
    return new StaffChange(null, null, null, null, state, null);
  }

  @Override
  public String title() {
    return "access.staff";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "user-check";
  }

  @Override
  public int place() {
    return 820;
  }

  @Override
  public String group() {
    return "ui.group.settings";
  }

  @Override
  public Scope needs() {
    return Scope.STAFF_READ;
  }
}
