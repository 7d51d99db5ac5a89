package club.vafa.portal.web;

import club.vafa.api.ApiCode;
import club.vafa.api.InputRefused;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Settings;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Refusal;
import club.vafa.portal.Portal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Which club a page is of, by which address it is reached, and who has just come in. */
@Component
class Hall {
  static final Duration REMEMBERED = Duration.ofDays(365);

  private final Clubs clubs;
  private final @Nullable String site;

  Hall(Clubs clubs, Settings settings) {
    this.clubs = clubs;
    this.site = settings.outgoing().site();
  }

  /** Answers for the club of this code, seeing that club alone. */
  <T> T in(String code, Function<Club, T> work) {
    ClubId id = clubs.byCode(code).orElseThrow(Hall::nothingHere);
    return ClubScope.call(id, () -> work.apply(clubs.get(id)));
  }

  static InputRefused nothingHere() {
    return new InputRefused(List.of(Refusal.of(ApiCode.NOT_FOUND)));
  }

  /** The club, where there is one only. */
  Optional<Club> only() {
    List<ClubId> all = clubs.all();
    return all.size() == 1
        ? Optional.of(ClubScope.call(all.getFirst(), () -> clubs.get(all.getFirst())))
        : Optional.empty();
  }

  static Shell outside(Club club) {
    return new Shell(club.name(), club.code(), club.dress(), "");
  }

  static Shell inside(Club club, String place) {
    return new Shell(club.name(), club.code(), club.dress(), place);
  }

  /** An address as people outside reach it. */
  String address(HttpServletRequest request, String path) {
    if (site != null) {
      return site + path;
    }
    String host = request.getHeader(HttpHeaders.HOST);
    return request.getScheme() + "://" + (host == null ? "localhost" : host) + path;
  }

  private boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || (site != null && site.startsWith("https://"));
  }

  /** Lets somebody in, and remembers them and their club in this browser. */
  ResponseEntity<byte[]> welcome(HttpServletRequest request, Club club, String token) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/me")
        .header(HttpHeaders.SET_COOKIE, cookie(request, Portal.COOKIE, token, Portal.SESSION))
        .header(HttpHeaders.SET_COOKIE, cookie(request, Portal.CLUB, club.code(), REMEMBERED))
        .build();
  }

  /** Shows somebody out; what their browser kept for a time without network goes too. */
  ResponseEntity<byte[]> farewell(HttpServletRequest request, String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, path)
        .header(HttpHeaders.SET_COOKIE, cookie(request, Portal.COOKIE, "", Duration.ZERO))
        .header("Clear-Site-Data", "\"storage\"")
        .build();
  }

  private String cookie(HttpServletRequest request, String name, String value, Duration age) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(isSecure(request))
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build()
        .toString();
  }
}
