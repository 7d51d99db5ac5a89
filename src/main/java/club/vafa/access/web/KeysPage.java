package club.vafa.access.web;

import club.vafa.access.AccessCode;
import club.vafa.access.ApiKey;
import club.vafa.access.ApiKeys;
import club.vafa.access.KeyId;
import club.vafa.access.web.KeysApi.KeyIn;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Deed;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Secrets;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** API keys: made with a secret that is shown once, and revoked. */
@Hidden
@Controller
class KeysPage implements MenuEntry {
  private static final String PATH = "/console/api-keys";
  private static final String TEMPLATE = "access/key";

  private final ApiKeys keys;
  private final Json json;
  private final Pages pages;

  KeysPage(ApiKeys keys, Json json, Pages pages) {
    this.keys = keys;
    this.json = json;
    this.pages = pages;
  }

  static String used(Screen screen, ApiKey key) {
    return key.usedAt() == null
        ? screen.text("access.keys.unused")
        : screen.text("access.keys.used", "day", screen.day(key.usedAt()));
  }

  static Mark mark(Screen screen, ApiKey key) {
    return key.revokedAt() == null
        ? new Mark(screen.text("access.state.active"), Tone.GOOD)
        : new Mark(screen.text("access.keys.revoked"), Tone.BAD);
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.KEYS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen) {
    return pages.show(screen, TEMPLATE, entry(screen, Form.EMPTY));
  }

  /** Only what the reader may do can be given. */
  private static KeyEntry entry(Screen screen, Form form) {
    Map<String, String> scopes = new LinkedHashMap<>();
    for (Scope scope : Scope.values()) {
      if (screen.may(scope)) {
        scopes.put(scope.text(), scope.text());
      }
    }
    return new KeyEntry(form, scopes);
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.KEYS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Written written = new Written(sent, screen.club());
    Outcome<ApiKeys.Made> made =
        json.read(written.document(), KeyIn.class)
            .then(KeysApi::wanted)
            .then(wanted -> keys.make(caller, wanted));
    return switch (made) {
      case Done<ApiKeys.Made>(ApiKeys.Made one) ->
          pages.show(
              screen,
              "list/secrets",
              new Secrets(
                  screen.text("access.keys.made", "name", one.key().name()),
                  screen.text("access.keys.made.hint"),
                  List.of(one.secret()),
                  new Link(PATH, screen.text("access.password.kept"))));
      case Refused<ApiKeys.Made>(List<Refusal> refusals) ->
          pages.refused(
              screen, TEMPLATE, entry(screen, written.form(pages.faults(screen, refusals))));
    };
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.KEYS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    ApiKey key =
        KeyId.parse(id)
            .flatMap(known -> keys.find(caller.club(), known))
            .orElseThrow(KeysPage::unknown);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("access.keys.ends_with"), key.hint(), true));
    facts.add(
        new Fact(
            screen.text("access.keys.scopes"),
            key.scopes().stream().map(Scope::text).collect(Collectors.joining(", ")),
            true));
    facts.add(new Fact(screen.text("access.keys.last"), used(screen, key)));
    facts.add(new Fact(screen.text("access.since"), screen.day(key.createdAt())));
    facts.add(new Fact(screen.text("access.keys.by"), key.createdBy(), true));
    if (key.expiresAt() != null) {
      facts.add(
          new Fact(screen.text("access.keys.until"), screen.day(key.expiresAt().minusMillis(1))));
    }
    return new Sheet(
            key.name(), "", mark(screen, key), new Link(PATH, screen.text("access.keys.back")))
        .and(new Section(screen.text("access.keys.about"), facts))
        .offering(
            screen.may(Scope.KEYS_WRITE) && key.revokedAt() == null,
            new Deed(
                    PATH + "/" + id + "/revoke",
                    "",
                    screen.text("access.keys.revoke"),
                    screen.text("access.keys.revoke.hint"))
                .forGood())
        .with(faults);
  }

  private static InputRefused unknown() {
    return new InputRefused(List.of(Refusal.of(AccessCode.KEY_NOT_FOUND)));
  }

  @PostMapping(PATH + "/{id}/revoke")
  @Needs(Scope.KEYS_WRITE)
  ResponseEntity<byte[]> revoke(Screen screen, Caller caller, @PathVariable("id") String id) {
    KeyId known = KeyId.parse(id).orElseThrow(KeysPage::unknown);
    return pages.after(
        screen,
        keys.revoke(caller, known),
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  @Override
  public String title() {
    return "access.keys";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "lock";
  }

  @Override
  public int place() {
    return 830;
  }

  @Override
  public String group() {
    return "ui.group.settings";
  }

  @Override
  public Scope needs() {
    return Scope.KEYS_READ;
  }
}
