package club.vafa.ui;

import club.vafa.api.InputRefused;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws pages. Nothing on them is kept by browsers or on the way: they show what is now. */
@Component
public class Pages {
  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** A page, or the part of one, drawn by a template from what it shows. */
  public ResponseEntity<byte[]> show(Screen screen, String template, Object model) {
    return show(HttpStatus.OK, screen, template, model);
  }

  /** The same page again with what was wrong with the form on it. */
  public ResponseEntity<byte[]> refused(Screen screen, String template, Object model) {
    return show(HttpStatus.UNPROCESSABLE_CONTENT, screen, template, model);
  }

  /** Goes on to another page after something was done, so that reloading does not do it again. */
  public ResponseEntity<byte[]> goTo(Screen screen, String path) {
    return screen.fragment()
        ? ResponseEntity.ok().header("HX-Redirect", path).build()
        : ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  /**
   * How a page is drawn again when what was asked for on it was refused.
   *
   * @param model what it shows, with what was wrong
   */
  public record Again(String template, Function<Faults, Object> model) {}

  /** Goes on when something was done; else draws the page again and says why it was not. */
  public <T> ResponseEntity<byte[]> after(
      Screen screen, Outcome<T> outcome, Function<T, String> path, Again again) {
    return switch (outcome) {
      case Done<T>(T value) ->
          goTo(screen, path.apply(value), new Toast(screen.text("ui.form.done"), null));
      case Refused<T>(List<Refusal> refusals) -> {
        if (refusals.getFirst().code().kind() == ProblemCode.Kind.NOT_FOUND) {
          throw new InputRefused(refusals);
        }
        Faults faults = faults(screen, refusals);
        yield refused(screen, again.template(), again.model().apply(faults));
      }
    };
  }

  /** Goes on to another page and tells there what was done. */
  public ResponseEntity<byte[]> goTo(Screen screen, String path, Toast told) {
    ResponseEntity<byte[]> on = goTo(screen, path);
    return ResponseEntity.status(on.getStatusCode())
        .headers(on.getHeaders())
        .header(HttpHeaders.SET_COOKIE, cookie(told.written(), TOLD_WITHIN))
        .build();
  }

  private static String cookie(String value, Duration kept) {
    return ResponseCookie.from(Toast.COOKIE, value)
        .httpOnly(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(kept)
        .build()
        .toString();
  }

  /** Refusals as sentences by the field they are about. */
  public Faults faults(Screen screen, List<Refusal> refusals) {
    return Faults.of(
        refusals, refusal -> screen.tools().sentences().text(screen.language(), refusal));
  }

  ResponseEntity<byte[]> show(HttpStatus status, Screen screen, String template, Object model) {
    ResponseEntity.BodyBuilder page =
        ResponseEntity.status(status)
            .contentType(HTML)
            .cacheControl(CacheControl.noStore())
            .header(HttpHeaders.CONTENT_LANGUAGE, screen.language().code())
            .header(HttpHeaders.VARY, "HX-Request");
    if (screen.toast() != null) {
      page.header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }
    return page.body(html(screen, template, model));
  }

  byte[] html(Screen screen, String template, Object model) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template + ".jte", Map.of("screen", screen, "model", model), output);
    return output.toByteArray();
  }
}
