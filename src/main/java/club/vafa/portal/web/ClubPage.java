package club.vafa.portal.web;

import club.vafa.api.Json;
import club.vafa.clubs.Brand;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.templates.Guides;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a club tells everybody: what it gives, and how to join. */
@Hidden
@Controller
class ClubPage {
  private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");

  private final Guides guides;
  private final Hall hall;
  private final Pages pages;
  private final Json json;

  ClubPage(Guides guides, Hall hall, Pages pages, Json json) {
    this.guides = guides;
    this.hall = hall;
    this.pages = pages;
    this.json = json;
  }

  /** Where there is one club only, its page is the first one. */
  @GetMapping("/")
  ResponseEntity<byte[]> first() {
    Club club = hall.only().orElseThrow(Hall::nothingHere);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/club/" + club.code())
        .build();
  }

  @GetMapping("/club/{code}")
  ResponseEntity<byte[]> club(
      Screen screen, @PathVariable("code") String code, HttpServletRequest request) {
    return hall.in(
        code,
        club ->
            pages.show(
                screen,
                "portal/club",
                new ClubSheet(
                    Hall.outside(club),
                    guides.guide(club, screen.language()),
                    hall.address(request, "/club/" + club.code()),
                    hall.address(request, picture(club, "share.png")))));
  }

  /** What a phone needs to keep the club among its own programs. */
  @GetMapping("/club/{code}/manifest.webmanifest")
  ResponseEntity<byte[]> manifest(Screen screen, @PathVariable("code") String code) {
    Map<String, Object> told = hall.in(code, club -> manifest(screen, club));
    return ResponseEntity.ok()
        .contentType(MANIFEST)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .body(json.bytes(told));
  }

  private static Map<String, Object> manifest(Screen screen, Club club) {
    Language language = screen.language();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", "/me");
    told.put("name", club.name());
    told.put("short_name", club.name());
    told.put("lang", language.code());
    told.put("dir", screen.direction());
    told.put("start_url", "/me");
    told.put("scope", "/");
    told.put("display", "standalone");
    told.put("background_color", "#ffffff");
    told.put("theme_color", club.dress().colour());
    told.put(
        "icons",
        List.of(
            icon(club, "icon-192.png", "192x192", "any"),
            icon(club, "icon-512.png", "512x512", "any"),
            icon(club, "icon-full-512.png", "512x512", "maskable")));
    told.put("shortcuts", List.of(Map.of("name", screen.text("portal.card"), "url", "/me/card")));
    return told;
  }

  private static Map<String, Object> icon(Club club, String file, String sizes, String purpose) {
    return Map.of(
        "src", picture(club, file), "sizes", sizes, "type", "image/png", "purpose", purpose);
  }

  /** Made of the club's colour and logo, or of ours where it has neither. */
  private static String picture(Club club, String file) {
    Brand brand = club.look().brand();
    return brand.isPlain() ? "/ui/portal/" + file : brand.address(club.code(), file);
  }
}
