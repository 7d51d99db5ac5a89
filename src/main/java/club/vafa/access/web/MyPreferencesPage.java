package club.vafa.access.web;

import club.vafa.access.Access;
import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.kernel.Language;
import club.vafa.ui.Preferences;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what somebody of the staff chose: the language with their login, the light here. */
@Hidden
@Controller
class MyPreferencesPage {
  private final Access access;

  MyPreferencesPage(Access access) {
    this.access = access;
  }

  @PostMapping("/console/preferences")
  @Needs({})
  ResponseEntity<Void> choose(
      Caller caller,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "/console") String back) {
    if (language != null) {
      access.speak(caller, Language.of(language));
    }
    return new Preferences(language, theme, back).kept();
  }
}
