package club.vafa.till.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.Settings;
import club.vafa.ui.QrPicture;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sign by which customers enrol themselves at a branch. */
@Hidden
@RestController
class JoinApi {
  private final Clubs clubs;
  private final @Nullable String site;

  JoinApi(Clubs clubs, Settings settings) {
    this.clubs = clubs;
    this.site = settings.outgoing().site();
  }

  /** Where the sign leads, and the picture of it as SVG draws it. */
  record JoinOut(String address, int size, String path) {}

  @GetMapping("/till/data/join")
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<JoinOut> sign(
      Caller caller,
      HttpServletRequest request,
      @RequestParam(name = "branch", defaultValue = "") String branch) {
    Club club = clubs.get(caller.club());
    boolean known = !branch.isEmpty() && clubs.has(club.id(), branch, "");
    String address =
        site(request)
            + "/club/"
            + club.code()
            + "/join"
            + (known ? "?branch=" + URLEncoder.encode(branch, StandardCharsets.UTF_8) : "");
    QrPicture picture = QrPicture.of(address);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new JoinOut(address, picture.size(), picture.path()));
  }

  private String site(HttpServletRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    return site != null ? site : request.getScheme() + "://" + (host == null ? "localhost" : host);
  }
}
