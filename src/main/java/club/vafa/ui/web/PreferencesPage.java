package club.vafa.ui.web;

import club.vafa.ui.Preferences;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the language and the light a reader chose, in their browser. */
@Hidden
@Controller
class PreferencesPage {
  @PostMapping("/preferences")
  ResponseEntity<Void> choose(
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "/console") String back) {
    return new Preferences(language, theme, back).kept();
  }
}
