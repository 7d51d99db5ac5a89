package club.vafa.ui.web;

import club.vafa.kernel.Language;
import club.vafa.ui.Screen;
import club.vafa.ui.Theme;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the language and the light a reader chose, in their browser. */
@Hidden
@Controller
class PreferencesPage {
  private static final Duration KEPT = Duration.ofDays(400);

  @PostMapping("/preferences")
  ResponseEntity<Void> choose(
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "/console") String back) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(HttpStatus.SEE_OTHER).location(inside(back));
    if (language != null) {
      answer.header(HttpHeaders.SET_COOKIE, cookie(Screen.LANGUAGE, Language.of(language).code()));
    }
    if (theme != null) {
      answer.header(HttpHeaders.SET_COOKIE, cookie(Theme.COOKIE, Theme.of(theme).code()));
    }
    return answer.build();
  }

  private static String cookie(String name, String value) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(KEPT)
        .build()
        .toString();
  }

  /** The page the choice was made on; never one elsewhere. */
  private static URI inside(String back) {
    boolean here = back.startsWith("/") && !back.startsWith("//") && !back.startsWith("/\\");
    try {
      return URI.create(here ? back : "/console");
    } catch (IllegalArgumentException noAddress) {
      return URI.create("/console");
    }
  }
}
