package club.vafa.clubs.web;

import club.vafa.clubs.Brands;
import club.vafa.clubs.Clubs;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The files of a club's look, for everybody. Their addresses change with it, so they stay right.
 */
@Hidden
@Controller
class BrandFilesPage {
  private static final Duration KEPT = Duration.ofDays(365);
  private static final MediaType SHEET = MediaType.valueOf("text/css;charset=UTF-8");

  private final Brands brands;
  private final Clubs clubs;

  BrandFilesPage(Brands brands, Clubs clubs) {
    this.brands = brands;
    this.clubs = clubs;
  }

  @GetMapping("/club/{code}/brand/{version:\\d{1,8}}/{name}")
  ResponseEntity<byte[]> file(
      @PathVariable("code") String code,
      @PathVariable("version") int version,
      @PathVariable("name") String name) {
    Optional<byte[]> file = clubs.byCode(code).flatMap(club -> brands.file(club, version, name));
    return file.map(content ->
            ResponseEntity.ok()
                .contentType(name.endsWith(".css") ? SHEET : MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .body(content))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
