package club.vafa.till.web;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Open;
import club.vafa.api.Scope;
import club.vafa.clubs.Brand;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What makes the till a program of its own on the device, which starts without the network. */
@Hidden
@Controller
class ShellPage {
  static final String FOLDER = "/ui/till/";

  private static final Duration KEPT = Duration.ofDays(365);
  private static final String START = "/till";
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
  private static final MediaType STYLE = MediaType.valueOf("text/css;charset=UTF-8");
  private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");

  private final ShellFiles files;
  private final Clubs clubs;
  private final Json json;

  ShellPage(ShellFiles files, Clubs clubs, Json json) {
    this.files = files;
    this.clubs = clubs;
    this.json = json;
  }

  @GetMapping(FOLDER + "{version}/{name}")
  @Open
  ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String name) {
    return files
        .file(version, name)
        .map(content ->
            ResponseEntity.ok()
                .contentType(name.endsWith(".css") ? STYLE : SCRIPT)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .body(content))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** The worker is asked for anew whenever the till starts; with the files it keeps it changes. */
  @GetMapping(FOLDER + ShellFiles.WORKER)
  @Open
  ResponseEntity<String> worker(Screen screen) {
    List<String> kept = new ArrayList<>();
    files.names().forEach(name -> kept.add(FOLDER + files.version() + "/" + name));
    kept.add(screen.asset("vendor/icons.svg"));
    kept.add(screen.asset("mark.svg"));
    kept.add("/ui/vendor/vazirmatn-33.0.3.woff2");
    kept.add("/ui/vendor/qr-0.7.0.min.js");
    String head =
        "const VERSION = %s;%nconst FILES = %s;%n"
            .formatted(json.text(files.version()), json.text(kept));
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .header("Service-Worker-Allowed", START)
        .body(head + files.worker());
  }

  record Icon(String src, String sizes, String type, String purpose) {}

  record Manifest(
      String id,
      String name,
      String short_name,
      String lang,
      String dir,
      String start_url,
      String scope,
      String display,
      String background_color,
      String theme_color,
      List<Icon> icons) {}

  /** Told to who is logged in, with the colour and logo of their club. */
  @GetMapping(START + "/manifest.webmanifest")
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<byte[]> manifest(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    String name = screen.text("till.title");
    Manifest manifest =
        new Manifest(
            START,
            screen.text("ui.title", "title", name),
            name,
            screen.language().code(),
            screen.direction(),
            START,
            START,
            "standalone",
            "#f4f6f8",
            club.dress().colour(),
            icons(club));
    return ResponseEntity.ok()
        .contentType(MANIFEST)
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
        .body(json.bytes(manifest));
  }

  private static List<Icon> icons(Club club) {
    Brand brand = club.look().brand();
    String png = "image/png";
    return brand.isPlain()
        ? List.of(
            new Icon("/ui/mark.svg", "any", "image/svg+xml", "any"),
            new Icon("/ui/till/icon-192.png", "192x192", png, "any maskable"),
            new Icon("/ui/till/icon-512.png", "512x512", png, "any maskable"))
        : List.of(
            new Icon(brand.address(club.code(), "icon-192.png"), "192x192", png, "any"),
            new Icon(brand.address(club.code(), "icon-512.png"), "512x512", png, "any"),
            new Icon(brand.address(club.code(), "icon-full-512.png"), "512x512", png, "maskable"));
  }
}
