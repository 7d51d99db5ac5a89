package club.vafa.ui;

import club.vafa.kernel.Language;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** The language and the light a reader chose, as their browser keeps them. */
public record Preferences(@Nullable String language, @Nullable String theme, String back) {
  private static final Duration KEPT = Duration.ofDays(400);

  /** Keeps what was chosen, and goes back to where it was. */
  public ResponseEntity<Void> kept() {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(HttpStatus.SEE_OTHER).location(inside(back));
    if (language != null) {
      answer.header(HttpHeaders.SET_COOKIE, language(Language.of(language)));
    }
    if (theme != null) {
      answer.header(HttpHeaders.SET_COOKIE, cookie(Theme.COOKIE, Theme.of(theme).code()));
    }
    return answer.build();
  }

  /** The cookie that keeps a language. */
  public static String language(Language language) {
    return cookie(Screen.LANGUAGE, language.code());
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
