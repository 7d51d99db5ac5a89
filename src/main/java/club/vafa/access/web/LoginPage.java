package club.vafa.access.web;

import club.vafa.access.Access;
import club.vafa.access.Access.Credentials;
import club.vafa.access.Access.Session;
import club.vafa.access.Role;
import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Preferences;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in and out with a browser. */
@Hidden
@Controller
class LoginPage {
  private static final String TEMPLATE = "access/login";
  private static final String HOME = "/console";
  private static final String TILL = "/till";
  private static final List<String> FACES = List.of(HOME, TILL);

  private final Access access;
  private final Clubs clubs;
  private final Pages pages;

  LoginPage(Access access, Clubs clubs, Pages pages) {
    this.access = access;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/login")
  ResponseEntity<byte[]> form(
      Screen screen,
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String club) {
    return pages.show(screen, TEMPLATE, form(club, "", next, Faults.NONE));
  }

  /** What stands on the form. */
  record Filled(
      @Nullable String club,
      @Nullable String login,
      @Nullable String password,
      @Nullable String next) {
    Credentials credentials(String address) {
      return new Credentials(text(club).strip(), text(login), text(password), address);
    }

    @Override
    public String toString() {
      return "Filled[" + club + "/" + login + "]";
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  @PostMapping("/login")
  ResponseEntity<byte[]> login(
      Screen screen, @ModelAttribute Filled filled, HttpServletRequest request) {
    return switch (access.login(filled.credentials(request.getRemoteAddr()))) {
      case Done<Session>(Session session) ->
          entered(session, inside(text(filled.next())), request.isSecure());
      case Refused<Session>(var refusals) ->
          pages.refused(
              screen,
              TEMPLATE,
              form(
                  text(filled.club()),
                  text(filled.login()),
                  text(filled.next()),
                  pages.faults(screen, refusals)));
    };
  }

  /** Whoever chose a language finds it again, on this device too. */
  private static ResponseEntity<byte[]> entered(Session session, String next, boolean secure) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(HttpStatus.SEE_OTHER)
            .header(HttpHeaders.LOCATION, home(session, next))
            .header(HttpHeaders.SET_COOKIE, cookie(session.token(), secure).toString());
    session
        .chosen()
        .ifPresent(
            language -> answer.header(HttpHeaders.SET_COOKIE, Preferences.language(language)));
    return answer.build();
  }

  @PostMapping("/console/logout")
  @Needs({})
  ResponseEntity<byte[]> logout(Caller caller, HttpServletRequest request) {
    access.logout(caller);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/login")
        .header(HttpHeaders.SET_COOKIE, cookie("", request.isSecure()).toString())
        .build();
  }

  /** Where there is one club only, nobody needs to know its code. */
  private LoginForm form(String club, String login, String next, Faults faults) {
    List<ClubId> all = clubs.all();
    Optional<Club> only = all.size() == 1 ? Optional.of(club(all.getFirst())) : Optional.empty();
    return new LoginForm(
        only.map(Club::code).orElse(club),
        only.map(Club::name).orElse(null),
        login,
        inside(next),
        faults);
  }

  private Club club(ClubId id) {
    return ClubScope.call(id, () -> clubs.get(id));
  }

  /** Only to pages of the staff: an address elsewhere would lead people who trust us astray. */
  private static String inside(String next) {
    boolean known =
        FACES.stream().anyMatch(face -> next.equals(face) || next.startsWith(face + "/"));
    return known ? next : HOME;
  }

  /** Who has come for nothing in particular begins where their work is. */
  private static String home(Session session, String next) {
    return next.equals(HOME) && session.staff().role() == Role.CASHIER ? TILL : next;
  }

  private static ResponseCookie cookie(String token, boolean secure) {
    return ResponseCookie.from(Access.COOKIE, token)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(token.isEmpty() ? Duration.ZERO : Access.SESSION)
        .build();
  }
}
